import * as t from 'io-ts';
