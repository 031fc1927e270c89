using System.Security.Cryptography;
using System.Text.Json;

namespace PosCases.Platform.Storage;

/// <summary>
/// A key of one's own for the embedded use, kept in a file that only its owner may read. Good enough for a try and for development; in
/// production the keys come from the configuration, so that they do not lie beside what they lock.
/// </summary>
public static class KeyFile
{
    private const string FileName = "evidence-keys.json";
    private const string FirstName = "local-1";

    /// <summary>Reads the keys of a folder; makes one when there is none.</summary>
    /// <param name="folder">Folder; made when it is missing.</param>
    /// <exception cref="InvalidOperationException">The file is there and cannot be understood; it must not be replaced, or nothing could be read any more.</exception>
    public static EncryptionOptions ReadOrMake(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            Make(path);
        }

        var kept = JsonSerializer.Deserialize<Kept>(File.ReadAllText(path))
            ?? throw new InvalidOperationException($"'{path}' holds no keys. Restore it from a backup: without it no paper can be read.");
        var options = new EncryptionOptions { Current = kept.Current };
        foreach (var (name, key) in kept.Keys)
        {
            options.Keys[name] = key;
        }

        return options;
    }

    // Written beside and moved, so that two programs that start at once do not end up with two keys.
    private static void Make(string path)
    {
        var made = new Kept(FirstName, new Dictionary<string, string> { [FirstName] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SealedFormat.KeyLength)) });
        var beside = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(beside, options))
        {
            JsonSerializer.Serialize(file, made);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(beside);
        }
    }

    private sealed record Kept(string Current, IReadOnlyDictionary<string, string> Keys);
}
