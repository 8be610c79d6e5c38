// vue-virtual-scroller's grid over the same names and pictures, with tiles of the size Satchel's have.
import { createApp, h, shallowRef } from 'vue';
import { RecycleScroller } from 'vue-virtual-scroller';
import 'vue-virtual-scroller/dist/vue-virtual-scroller.css';
import '../grid.css';

const names = await (await fetch('/names.json')).json();
const items = shallowRef(names.map((name, id) => ({ id, name, picture: `/thumb/${id % 240}` })));
const columns = Math.floor((window.innerWidth - 248 - 28 + 8) / 144);
const tileWidth = Math.floor((window.innerWidth - 248 - 15) / columns);

createApp({
  render: () =>
    h(
      RecycleScroller,
      {
        'data-testid': 'item-grid',
        style: 'flex: 1; min-height: 0',
        items: items.value,
        itemSize: tileWidth + 62,
        itemSecondarySize: tileWidth,
        gridItems: columns,
        keyField: 'id',
      },
      {
        default: ({ item }) =>
          h('div', { class: 'tile', 'data-testid': 'item-tile' }, [
            h('div', { class: 'picture' }, [h('img', { src: item.picture, decoding: 'async', alt: '' })]),
            h('p', { 'data-testid': 'item-name' }, item.name),
          ]),
      },
    ),
}).mount('#app');
