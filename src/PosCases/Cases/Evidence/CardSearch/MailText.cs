using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace PosCases.Cases.Evidence.CardSearch;

/// <summary>A part of a mail.</summary>
/// <param name="IsText">Whether the mail calls it text.</param>
/// <param name="Content">Its bytes, decoded.</param>
internal sealed record MailPart(bool IsText, byte[] Content);

/// <summary>Takes a mail apart (RFC 2045, 2046): heads, texts and attachments, in their order. What is malformed is read as far as it goes.</summary>
internal static class MailText
{
    private const int MostBoundaries = 50;

    /// <summary>Reads the parts.</summary>
    /// <param name="content">The mail.</param>
    /// <param name="ct">Stops it.</param>
    public static async IAsyncEnumerable<MailPart> PartsAsync(Stream content, [EnumeratorCancellation] CancellationToken ct)
    {
        // Bytes as they are: each part says for itself how its letters are written.
        using var lines = new StreamReader(content, Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
        List<string> boundaries = [];
        while (true)
        {
            var head = await HeadAsync(lines, ct);
            yield return new MailPart(IsText: true, Encoding.Latin1.GetBytes(head));
            var type = Field(head, "Content-Type") ?? "text/plain";
            if (type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) && Parameter(type, "boundary") is { } boundary && boundaries.Count < MostBoundaries)
            {
                boundaries.Add(boundary);
            }
            else if (type.StartsWith("message/rfc822", StringComparison.OrdinalIgnoreCase))
            {
                // A mail within the mail begins with its own head.
                continue;
            }

            var isText = type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || boundaries.Count == 0;
            var (body, more) = await BodyAsync(lines, boundaries, ct);
            yield return new MailPart(isText, Decode(body, Field(head, "Content-Transfer-Encoding")));
            if (!more)
            {
                yield break;
            }
        }
    }

    private static async Task<string> HeadAsync(StreamReader lines, CancellationToken ct)
    {
        var head = new StringBuilder();
        while (await lines.ReadLineAsync(ct) is { Length: > 0 } line)
        {
            // A folded line goes on with a blank.
            head.Append(line[0] is ' ' or '\t' ? " " : "\n").Append(line.Trim());
        }

        return head.ToString();
    }

    private static async Task<(string Body, bool More)> BodyAsync(StreamReader lines, List<string> boundaries, CancellationToken ct)
    {
        var body = new StringBuilder();
        while (await lines.ReadLineAsync(ct) is { } line)
        {
            if (line.StartsWith("--", StringComparison.Ordinal) && boundaries.FindLast(b => line.AsSpan(2).StartsWith(b)) is { } met)
            {
                if (!line.AsSpan(2 + met.Length).StartsWith("--"))
                {
                    return (body.ToString(), true);
                }

                // The last part has ended; what stands up to the next boundary belongs to nothing, and is looked at nevertheless.
                boundaries.Remove(met);
                continue;
            }

            body.Append(line).Append('\n');
        }

        return (body.ToString(), false);
    }

    private static string? Field(string head, string name)
    {
        var line = head.Split('\n').FirstOrDefault(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase));
        return line?[(name.Length + 1)..].Trim();
    }

    private static string? Parameter(string field, string name)
    {
        var at = field.IndexOf(name + "=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var value = field[(at + name.Length + 1)..];
        value = value.StartsWith('"') ? value[1..].Split('"')[0] : value.Split(';')[0].Trim();
        return value.Length > 0 ? value : null;
    }

    private static byte[] Decode(string body, string? encoding) => encoding?.ToUpperInvariant() switch
    {
        "BASE64" => FromBase64(body),
        "QUOTED-PRINTABLE" => FromQuoted(body),
        _ => Encoding.Latin1.GetBytes(body),
    };

    private static byte[] FromBase64(string body)
    {
        var letters = string.Concat(body.Where(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/'));
        var bytes = new byte[(letters.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(letters.PadRight((letters.Length + 3) / 4 * 4, '='), bytes, out var length) ? bytes[..length] : Encoding.Latin1.GetBytes(body);
    }

    private static byte[] FromQuoted(string body)
    {
        using var bytes = new MemoryStream(body.Length);
        for (var i = 0; i < body.Length; i++)
        {
            if (body[i] != '=')
            {
                bytes.WriteByte((byte)body[i]);
            }
            else if (i + 1 < body.Length && body[i + 1] == '\n')
            {
                i++;
            }
            else if (i + 2 < body.Length && byte.TryParse(body.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            {
                bytes.WriteByte(value);
                i += 2;
            }
        }

        return bytes.ToArray();
    }
}
