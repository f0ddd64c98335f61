// Theme switch, copy buttons, search, sidebar. The page reads well without any of it.
const root = document.documentElement;
const $ = selector => document.querySelector(selector);
const russian = root.lang === 'ru';

// ---- theme

function isDark() {
  return root.dataset.theme ? root.dataset.theme === 'dark'
                            : matchMedia('(prefers-color-scheme: dark)').matches;
}

function switchTheme() {
  root.dataset.theme = isDark() ? 'light' : 'dark';
  try { localStorage.setItem('theme', root.dataset.theme); } catch { /* it lasts for this page */ }
}

// ---- copy

function codeOf(listing) {
  return [...listing.querySelectorAll('.line')].map(line => {
    const copy = line.cloneNode(true);
    copy.querySelector('.lineno')?.remove();
    return copy.textContent + '\n';
  }).join('');
}

function addCopyButton(listing) {
  const [ready, done] = russian ? ['копировать', 'скопировано'] : ['copy', 'copied'];
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = ready;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(codeOf(listing));
    button.textContent = done;
    setTimeout(() => { button.textContent = ready; }, 1500);
  });
  listing.append(button);
}

// ---- search: the index is a script because a page opened from disk may not fetch a file

const HITS = 12;
const TITLE_WEIGHT = 10;
let loading;

function loadIndex() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = 'search-index.js';
    script.onload = () => resolve(window.BOOK_INDEX.map(
      entry => ({ ...entry, title: entry.t.toLowerCase(), text: entry.x.toLowerCase() })));
    script.onerror = reject;
    document.head.append(script);
  });
  return loading;
}

// Every word must occur; a word in the title counts for more than one in the text.
function score(entry, words) {
  let sum = entry.b;
  for (const word of words) {
    if (entry.title.includes(word)) sum += TITLE_WEIGHT;
    else if (entry.text.includes(word)) sum += 1;
    else return 0;
  }
  return sum + 1;
}

function find(index, words) {
  return index.map(entry => ({ entry, points: score(entry, words) }))
    .filter(hit => hit.points > 0)
    .sort((a, b) => b.points - a.points)
    .slice(0, HITS)
    .map(hit => hit.entry);
}

function excerpt(entry, word) {
  const small = document.createElement('small');
  const at = entry.text.indexOf(word);
  if (at < 0) {
    small.textContent = entry.x.slice(0, 90);
    return small;
  }
  const mark = document.createElement('mark');
  mark.textContent = entry.x.slice(at, at + word.length);
  small.append('…' + entry.x.slice(Math.max(0, at - 35), at), mark,
               entry.x.slice(at + word.length, at + word.length + 55) + '…');
  return small;
}

function hitItem(entry, words) {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = entry.u;
  link.append(entry.t, excerpt(entry, words[0]));
  item.append(link);
  return item;
}

async function search() {
  const words = $('#q').value.toLowerCase().split(/\s+/).filter(word => word.length > 1);
  const found = words.length ? find(await loadIndex(), words) : [];
  $('#hits').replaceChildren(...found.map(entry => hitItem(entry, words)));
}

// ---- the keyboard, and the sidebar of a phone

function openSidebar() {
  const panel = $('#side details');
  if (panel) panel.open = true;
}

function onKey(event) {
  const typing = event.target.closest('input, textarea, select');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    openSidebar();
    $('#q').focus();
  } else if (event.key === 'Escape' && event.target === $('#q')) {
    $('#q').value = '';
    search();
  }
}

$('#theme')?.addEventListener('click', switchTheme);
if (navigator.clipboard) document.querySelectorAll('.listing').forEach(addCopyButton);
$('#q')?.addEventListener('focus', loadIndex, { once: true });
$('#q')?.addEventListener('input', search);
document.addEventListener('keydown', onKey);
