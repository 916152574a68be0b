import page from '../../common/page';

Page(page);
