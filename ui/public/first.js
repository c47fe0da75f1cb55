// Before anything is painted: the look of the last time, so that a dark page does not begin light,
// and the frame where a book is about to be shown. Written by `src/kit/first.ts`.
(function () {
  let first = {};
  try {
    first = JSON.parse(localStorage.getItem('first') ?? '{}');
  } catch {
    // What cannot be read is as good as nothing.
  }
  const prefers = (query) => matchMedia(query).matches;
  const system = () =>
    prefers('(prefers-contrast: more)') ? 'contrast'
    : prefers('(prefers-color-scheme: dark)') ? 'dark' : 'light';
  const root = document.documentElement.dataset;
  root.theme = first.theme && first.theme !== 'system' ? first.theme : system();
  root.density = first.density ?? 'normal';
  if (first.book) root.first = 'book';
})();
