/** The folder is not what the command expects; the message tells the user what to do. */
export class InputProblem extends Error {}
