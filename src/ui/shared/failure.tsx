import type { Translate } from '../i18n';

/** Storage could not be read: say that nothing is lost, and try again. */
export function Failure({ t, again }: { t: Translate; again(): void }) {
  return (
    <section class="access" role="alert">
      <h2>{t('error.title')}</h2>
      <p>{t('error.why')}</p>
      <button type="button" class="wide" onClick={again}>
        {t('action.retry')}
      </button>
    </section>
  );
}
