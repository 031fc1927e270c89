using System.Security.Cryptography;

namespace PosCases.Platform.Storage;

/// <summary>Where the encrypted bytes lie. Files are written once under random names; nothing is ever overwritten.</summary>
public interface IFileStore
{
    /// <summary>A fresh random name for a file, 32 hexadecimal digits.</summary>
    static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>Whether it is a name as files have here.</summary>
    static bool IsKey(string key) => key.Length == 32 && key.All(char.IsAsciiHexDigitLower);

    /// <summary>Begins a new file; it counts only once it is settled.</summary>
    /// <param name="key">Its name.</param>
    /// <returns>Where its bytes go; one that is disposed of unsettled leaves at most bytes that <see cref="Discard"/> removes.</returns>
    /// <exception cref="ArgumentException">It is not a name as files have here.</exception>
    /// <exception cref="IOException">There is one of that name already.</exception>
    Stream Create(string key);

    /// <summary>Brings a file that was written to where neither a crash nor a power cut loses it.</summary>
    /// <param name="written">What <see cref="Create"/> answered.</param>
    /// <param name="ct">Stops it.</param>
    /// <exception cref="IOException">It could not be kept.</exception>
    Task SettleAsync(Stream written, CancellationToken ct);

    /// <summary>Opens a file for reading, at any position.</summary>
    /// <exception cref="FileNotFoundException">There is none of that name.</exception>
    Task<Stream> OpenAsync(string key, CancellationToken ct);

    /// <summary>Removes a file that no row points to; nothing happens when there is none.</summary>
    void Discard(string key);

    /// <summary>Names of the files that were last written before the given moment.</summary>
    IAsyncEnumerable<string> NamesBeforeAsync(DateTimeOffset moment, CancellationToken ct);
}
