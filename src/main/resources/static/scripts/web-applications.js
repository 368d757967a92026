// Shared by Tasklist, Cockpit, Admin and Welcome (their scripts/config.js import it).

// The language chosen on our pages, in all of them; Vietnamese whatever the browser prefers.
export const locale = /(?:^|; )ung-pho-language=en/.test(document.cookie) ? 'en' : 'vi';

// There is one sign-in page. Camunda's own appears after signing out or when the session has ended.
function leadToSignIn() {
  if (location.hash.startsWith('#/login')) {
    const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');
    location.replace(root + '/login?out');
  }
}

window.addEventListener('hashchange', leadToSignIn);
leadToSignIn();
