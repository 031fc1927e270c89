using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace PosCases.People;

/// <summary>
/// One-time codes by time, RFC 6238 (SHA-1, 30 seconds, 6 digits: what every authenticator app does). Our own because Identity's
/// does not tell which step matched, and a code may count only once.
/// </summary>
public static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Digits = 6;
    private const int StepSeconds = 30;

    /// <summary>A fresh key of 160 bits in Base32.</summary>
    public static string NewKey() => RandomNumberGenerator.GetString(Alphabet, 32);

    /// <summary>The address that an authenticator app reads from the QR code.</summary>
    public static string UriOf(string key, string issuer, string account) => string.Create(
        CultureInfo.InvariantCulture,
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(issuer)}&digits={Digits}&period={StepSeconds}");

    /// <summary>The time step whose code was typed: now, or one to either side for clocks that differ; none when it is wrong.</summary>
    public static long? StepOf(string key, string code, DateTimeOffset at)
    {
        var typed = string.Concat(code.Where(char.IsAsciiDigit));
        var now = at.ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        foreach (var step in (long[])[now - 1, now, now + 1])
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(CodeAt(key, step)), System.Text.Encoding.ASCII.GetBytes(typed)))
            {
                found = step;
            }
        }

        return found;
    }

    /// <summary>The code that is right at the given moment.</summary>
    public static string CodeAt(string key, DateTimeOffset at) => CodeAt(key, at.ToUnixTimeSeconds() / StepSeconds);

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as authenticator apps implement it; an HMAC does not need SHA-1 to be free of collisions.")]
    private static string CodeAt(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var hash = HMACSHA1.HashData(Decode(key), counter);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string base32)
    {
        var bytes = new List<byte>(20);
        int buffer = 0;
        int bits = 0;
        foreach (var letter in base32)
        {
            buffer = (buffer << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal);
            bits += 5;
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(buffer >> bits));
                buffer &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
