import type { AddressInfo } from 'node:net';
import { createServer } from 'node:https';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NetworkPolicy } from '../fetchers/network-policy.js';
import { probeCertificate } from './certificate.probe.js';

/** Invented, signed by itself, for tests alone. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgdMNTuhKpjd37jiFB
FEbaLGXhfgrtW4dmi0+1LnHA+I6hRANCAASKPB996x8jQ558nY8O2ToLgaYbOVqR
iI4dlJnoPUhtJkXE8FoJ963QhILPWqu+tnNI2NDMJtoz5wcLqwcg5aft
-----END PRIVATE KEY-----`;
const cert = `-----BEGIN CERTIFICATE-----
MIIByTCCAW+gAwIBAgIUWTwBNcFb92xFu2+I0XvkbGC9eUYwCgYIKoZIzj0EAwIw
LjEYMBYGA1UECgwP5LqR5bKt5Y6/56S65L6LMRIwEAYDVQQDDAlsb2NhbGhvc3Qw
IBcNMjYxMTIxMTQxNzMzWhgPMjEyNjEwMjgxNDE3MzNaMC4xGDAWBgNVBAoMD+S6
keWyreWOv+ekuuS+izESMBAGA1UEAwwJbG9jYWxob3N0MFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAEijwffesfI0OefJ2PDtk6C4GmGzlakYiOHZSZ6D1IbSZFxPBa
Cfet0ISCz1qrvrZzSNjQzCbaM+cHC6sHIOWn7aNpMGcwHQYDVR0OBBYEFKG6VRv/
CDMjtEkjNBtNlLceMn4VMB8GA1UdIwQYMBaAFKG6VRv/CDMjtEkjNBtNlLceMn4V
MA8GA1UdEwEB/wQFMAMBAf8wFAYDVR0RBA0wC4IJbG9jYWxob3N0MAoGCCqGSM49
BAMCA0gAMEUCIQCMe7RjIYJREsI+Ow/4O5lKFPBSpTinhEln8BLctQ087QIgJ0TL
/0phs/6lh6nBWSFUtT+k6VmnoGvVFnqXoDJq8kI=
-----END CERTIFICATE-----`;

const policy = new NetworkPolicy('127.0.0.1,::1');
const server = createServer({ key, cert }, (_, response) => void response.end('云岭县'));
let origin: string;

beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `https://localhost:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const at = (day: string) => () => Date.parse(`${day}T00:00:00Z`);

describe('the certificate of a site', () => {
  it.each<[string, string]>([
    ['2030-01-01', 'selfSigned'],
    ['2200-01-01', 'expired'],
    ['2020-01-01', 'notYetValid'],
  ])('on %s: %s', async (day, problem) => {
    expect(await probeCertificate(`${origin}/zwgk/`, policy, at(day))).toEqual({
      validFrom: '2026-11-21T14:17:33.000Z',
      validTo: '2126-10-28T14:17:33.000Z',
      issuer: '云岭县示例',
      problem,
    });
  });

  it('is not known where there is none, or where the host may not be reached', async () => {
    expect(await probeCertificate(origin.replace('https', 'http'), policy, at('2030-01-01'))).toBeNull();
    expect(await probeCertificate(origin, new NetworkPolicy(''), at('2030-01-01'))).toBeNull();
    expect(await probeCertificate('https://127.0.0.1:1/', policy, at('2030-01-01'))).toBeNull();
  });
});
