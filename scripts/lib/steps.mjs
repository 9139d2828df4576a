// One line for each step, progress on long ones. No dependency: this runs before anything is installed.
import { spawn } from 'node:child_process';

/** Prints the step's name, then how it ended and how long it took. `run` may return a word to show. */
export async function step(name, run) {
  const startMs = Date.now();
  process.stdout.write(`• ${name} … `);
  // Long steps say that they are alive, so that nobody wonders whether to interrupt.
  const timer = setInterval(() => {
    process.stdout.write(`${Math.round((Date.now() - startMs) / 1000)}s … `);
  }, 15_000);
  try {
    const word = await run();
    process.stdout.write(`${word ?? 'done'} (${((Date.now() - startMs) / 1000).toFixed(1)} s)\n`);
  } catch (error) {
    process.stdout.write('failed\n');
    throw error;
  } finally {
    clearInterval(timer);
  }
}

/** An error whose message tells the user what to do next; shown without a stack. */
export class SetupError extends Error {}

/**
 * Runs a command. Resolves with its output; rejects with a SetupError that holds the end of the output.
 * `live` passes the output through to the terminal instead.
 */
export function run(command, args, { cwd, env, live = false, timeoutMs } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    const timer = timeoutMs && setTimeout(() => child.kill(), timeoutMs);
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(new SetupError(`${command} could not be started: ${error.message}`));
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(output);
      else
        reject(
          new SetupError(
            `${command} ${args.join(' ')} ended with ${code ?? 'a time-out'}\n${output.split('\n').slice(-25).join('\n')}`,
          ),
        );
    });
  });
}

/** Ends the process with a readable message. */
export function fail(error) {
  console.error(
    error instanceof SetupError ? `\n✗ ${error.message}` : `\n✗ ${error?.stack ?? error}`,
  );
  process.exit(1);
}
