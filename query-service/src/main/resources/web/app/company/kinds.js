/** The kinds of events, each with a lane of its own. */
export const KINDS = ['company', 'funding', 'people', 'places', 'deals', 'products'];

const KIND_OF_TYPE = {
    funded: 'funding',
    valued: 'funding',
    listed: 'funding',
    delisted: 'funding',
    appointed: 'people',
    departed: 'people',
    'laid-off': 'people',
    'headcount-reported': 'people',
    relocated: 'places',
    'office-opened': 'places',
    'office-closed': 'places',
    partnered: 'deals',
    contracted: 'deals',
    acquired: 'deals',
    merged: 'deals',
    'joined-programme': 'deals',
    launched: 'products',
    discontinued: 'products',
};

/** The kind of a fact or event; a type that is not known is about the company. */
export function kindOf({ type }) {
    return KIND_OF_TYPE[type] ?? 'company';
}
