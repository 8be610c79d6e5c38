/** Items in one page of `items.list`. */
export const pageSize = 200;
