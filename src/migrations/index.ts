import * as migration_20261123_205804 from './20261123_205804';

export const migrations = [
  {
    up: migration_20261123_205804.up,
    down: migration_20261123_205804.down,
    name: '20261123_205804'
  },
];
