import * as migration_20261123_205804 from './20261123_205804';
import * as migration_20261124_173717 from './20261124_173717';
import * as migration_20261124_175718 from './20261124_175718';
import * as migration_20261126_041424 from './20261126_041424';
import * as migration_20261126_085839 from './20261126_085839';
import * as migration_20261126_131126 from './20261126_131126';
import * as migration_20261126_185551 from './20261126_185551';

export const migrations = [
  {
    up: migration_20261123_205804.up,
    down: migration_20261123_205804.down,
    name: '20261123_205804',
  },
  {
    up: migration_20261124_173717.up,
    down: migration_20261124_173717.down,
    name: '20261124_173717',
  },
  {
    up: migration_20261124_175718.up,
    down: migration_20261124_175718.down,
    name: '20261124_175718',
  },
  {
    up: migration_20261126_041424.up,
    down: migration_20261126_041424.down,
    name: '20261126_041424',
  },
  {
    up: migration_20261126_085839.up,
    down: migration_20261126_085839.down,
    name: '20261126_085839',
  },
  {
    up: migration_20261126_131126.up,
    down: migration_20261126_131126.down,
    name: '20261126_131126',
  },
  {
    up: migration_20261126_185551.up,
    down: migration_20261126_185551.down,
    name: '20261126_185551'
  },
];
