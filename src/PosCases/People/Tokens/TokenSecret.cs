using System.Buffers.Text;
using System.Security.Cryptography;

namespace PosCases.People.Tokens;

/// <summary>
/// A token as its bearer holds it: <c>pcs_</c>, 32 hexadecimal digits of its id, <c>_</c>, 43 characters of base64url, which are 256
/// random bits. So much chance needs no slow hash.
/// </summary>
internal sealed class TokenSecret
{
    /// <summary>What every token begins with, so that programs that look for leaked secrets know it.</summary>
    public const string Prefix = "pcs_";

    private const int SecretLength = 32;
    private const int IdLength = 32;
    private const int TextLength = 80;

    private readonly byte[] secret;

    private TokenSecret(AccessTokenId id, byte[] secret) => (Id, this.secret) = (id, secret);

    /// <summary>The id of its row.</summary>
    public AccessTokenId Id { get; }

    /// <summary>A new one.</summary>
    public static TokenSecret New() => new(AccessTokenId.New(), RandomNumberGenerator.GetBytes(SecretLength));

    /// <summary>Reads one; nothing else than what <see cref="Reveal"/> writes is taken.</summary>
    public static TokenSecret? Parse(string? text)
    {
        if (text is not { Length: TextLength } || !text.StartsWith(Prefix, StringComparison.Ordinal) || text[Prefix.Length + IdLength] != '_'
            || !Guid.TryParseExact(text.AsSpan(Prefix.Length, IdLength), "N", out var id))
        {
            return null;
        }

        var encoded = text.AsSpan(Prefix.Length + IdLength + 1);
        return Base64Url.IsValid(encoded, out var length) && length == SecretLength ? new TokenSecret(new AccessTokenId(id), Base64Url.DecodeFromChars(encoded)) : null;
    }

    /// <summary>The whole token, for its bearer alone.</summary>
    public Secret Reveal() => new($"{Prefix}{Id.Value:N}_{Base64Url.EncodeToString(secret)}");

    /// <summary>SHA-256 of the secret; what is kept.</summary>
    public byte[] Hash() => SHA256.HashData(secret);

    /// <summary>Whether it is the token of the hash; takes as long whatever the answer.</summary>
    /// <param name="hash">As kept; none where there is no such token.</param>
    public bool Fits(byte[]? hash) => CryptographicOperations.FixedTimeEquals(Hash(), hash ?? new byte[SecretLength]);
}
