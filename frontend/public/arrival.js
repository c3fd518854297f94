// Says so when the app itself does not arrive, as when the network changes while it loads: nothing else could, and the
// page would stay empty. A file of its own because the content security policy allows no inline script.
addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement) || document.querySelector('.not-arrived')) return;
    const again = document.createElement('button');
    again.type = 'button';
    again.textContent = 'Load it again';
    again.addEventListener('click', () => location.reload());
    const words = document.createElement('p');
    words.className = 'not-arrived';
    words.setAttribute('role', 'alert');
    words.append('The desk could not be loaded. ', again);
    document.body.prepend(words);
  },
  true,
);
