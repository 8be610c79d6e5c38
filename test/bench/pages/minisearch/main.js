// MiniSearch over the same names, all in the page's memory, and a first screen of names drawn with each keystroke.
import MiniSearch from 'minisearch';
import { createApp, h, shallowRef } from 'vue';
import '../grid.css';

const firstScreen = 49;
const names = await (await fetch('/names.json')).json();
const found = shallowRef(names.slice(0, firstScreen));
const total = shallowRef(names.length);
let index;

// The page's memory is read before and after this.
globalThis.buildIndex = () => {
  index = new MiniSearch({ fields: ['name'], searchOptions: { prefix: true, fuzzy: 0.2 } });
  index.addAll(names.map((name, id) => ({ id, name })));
};

function search(text) {
  if (text === '') {
    found.value = names.slice(0, firstScreen);
    total.value = names.length;
    return;
  }
  const results = index.search(text);
  found.value = results.slice(0, firstScreen).map(({ id }) => names[id]);
  total.value = results.length;
}

createApp({
  render: () => [
    h('input', { 'data-testid': 'search-field', onInput: (event) => search(event.target.value) }),
    h('span', { 'data-testid': 'category-count' }, String(total.value)),
    h(
      'div',
      { class: 'names', 'data-testid': 'item-grid' },
      found.value.map((name, place) => h('p', { key: place, 'data-testid': 'item-name' }, name)),
    ),
  ],
}).mount('#app');
