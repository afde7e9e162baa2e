import './styles/index.css';
import './parts/page-header.js';
import './parts/page-footer.js';

const pages = {
    start: () => import('./start/page-start.js'),
    unknown: () => import('./start/page-unknown.js'),
    company: () => import('./company/page-company.js'),
    compare: () => import('./compare/page-compare.js'),
    feed: () => import('./feed/page-feed.js'),
    post: () => import('./post/page-post.js'),
};

await pages[document.body.dataset.page]();
