import * as migration_20261123_193130 from './20261123_193130';

export const migrations = [
  {
    up: migration_20261123_193130.up,
    down: migration_20261123_193130.down,
    name: '20261123_193130'
  },
];
