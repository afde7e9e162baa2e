/* The filters of a feed are parameters of its address by the names that the stream has for them. */

const SEVERAL = ['company', 'type', 'country', 'status'];
const ONE = ['currency', 'minimumAmount'];

/** The names of all filters. */
export const FILTERS = [...SEVERAL, ...ONE];

/** The filters that an address gives; what it does not narrow is left out. */
export function filtersOf(address) {
    const filters = {};
    for (const name of SEVERAL) {
        const values = address.getAll(name);
        if (values.length > 0) {
            filters[name] = values;
        }
    }
    for (const name of ONE) {
        const value = address.get(name);
        if (value) {
            filters[name] = value;
        }
    }
    return filters;
}
