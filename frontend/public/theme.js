// Runs before the first paint, as a file of its own because the content security policy allows no inline script.
// The key is the one that src/app/core/theme.ts writes.
try {
  const basePath = document.querySelector('base').getAttribute('href').replace(/\/+$/, '');
  const choice = localStorage.getItem('desk.theme' + basePath);
  if (choice === 'light' || choice === 'dark') document.documentElement.dataset.theme = choice;
} catch {
  // Storage is switched off: the system's theme it is.
}
