using Microsoft.Extensions.Logging;
using PosCases.Platform.Storage;

namespace PosCases.People;

/// <summary>
/// Seals what the second factor needs, for one person and one purpose each: a value that is moved to another person's row opens nothing. The key ring is
/// asked for only when there is something to seal.
/// </summary>
internal sealed partial class TokenSeal(Lazy<KeyRing> keys, ILogger<TokenSeal> log)
{
    /// <summary>How a value begins that was sealed under the present key.</summary>
    public string Beginning => keys.Value.Beginning;

    /// <summary>What is to be stored; nothing stays nothing.</summary>
    public string? Close(Guid person, string name, string? value) => value is { Length: > 0 } ? keys.Value.Seal(value, BelongsTo(person, name)) : value;

    /// <summary>What was sealed, or what was stored before anything was sealed; none when it cannot be opened, as if the person had no second factor begun.</summary>
    public string? Open(Guid person, string name, string? stored)
    {
        if (stored is not { Length: > 0 })
        {
            return stored;
        }

        try
        {
            return keys.Value.Open(stored, BelongsTo(person, name));
        }
        catch (FileDamagedException damaged)
        {
            NotOpened(person, name, damaged.Message);
            return null;
        }
    }

    private static string BelongsTo(Guid person, string name) => $"person/{person:N}/{name}";

    [LoggerMessage(70, LogLevel.Critical, "The second factor of {Person} cannot be read ({Name}): {Finding}")]
    private partial void NotOpened(Guid person, string name, string finding);
}
