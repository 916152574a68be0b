import login from '../../common/login';
import manual from '../../common/manual';

Page({ data: { abierto: false, visto: false, escribir: false }, ...login, ...manual });
