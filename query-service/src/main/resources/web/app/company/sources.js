/** The sources of all claims in a fact, each once. */
export function sourcesOf(fact) {
    const sources = new Map();
    for (const claim of fact.claims) {
        for (const source of claim.sources) {
            sources.set(JSON.stringify([source.url, source.publisher, source.title]), source);
        }
    }
    return [...sources.values()];
}
