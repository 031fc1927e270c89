using System.Security.Cryptography;

namespace PosCases.Platform.Storage;

/// <summary>A key that lies beside the files, for a machine on which nobody has set one yet: made at the first start, kept afterwards.</summary>
internal static class FolderKey
{
    private const string Name = "local";

    /// <summary>The ring with that one key.</summary>
    public static KeyRing RingOf(FileStoreOptions files)
    {
        var path = files.Folder.TrimEnd(Path.DirectorySeparatorChar) + ".key";
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (!File.Exists(path))
        {
            File.WriteAllText(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }

        var options = new EncryptionOptions { Current = Name };
        options.Keys[Name] = File.ReadAllText(path);
        return new KeyRing(options);
    }
}
