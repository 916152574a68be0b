import { titulo } from '../../utils/textos';

Page({ data: { titulo } });
