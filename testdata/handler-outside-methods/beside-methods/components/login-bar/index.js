import { alAceptar, alRechazar } from '../../utils/avisos';

Component({
  data: { puede: my.canIUse('button.open-type.getAuthorize') },
  alRechazar, //~ handler-outside-methods: `alRechazar` stands beside
  methods: { alAceptar },
});
