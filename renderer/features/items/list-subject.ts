import type { Category } from '../../../shared/categories.ts';
import { isPlacesTab } from '../../../shared/places.ts';
import type { ListSubject } from '../../ui/table-columns.ts';

/** What the items of a category are to its account. */
export function subjectOf(category: Category): ListSubject {
  if (category.list === 'favorites') return 'favourites';
  return isPlacesTab(category) ? 'places' : 'owned';
}
