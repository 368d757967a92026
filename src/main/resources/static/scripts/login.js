// Tasklist keeps drafts of forms in the browser: the next person at this machine shall not find them.
for (const storage of ['localStorage', 'sessionStorage']) {
  try {
    window[storage].clear();
  } catch {
    // The browser keeps none.
  }
}

// What follows # in a deep link (a task in Tasklist) never reaches the server. Browsers carry it through redirects,
// so it is enough to hand it on here.
const form = document.getElementById('sign-in');
form.setAttribute('action', form.getAttribute('action') + location.hash);
for (const link of document.querySelectorAll('a[hreflang]')) {
  link.hash = location.hash;
}
