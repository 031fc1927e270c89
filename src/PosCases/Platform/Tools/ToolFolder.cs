using System.Security.Cryptography;

namespace PosCases.Platform.Tools;

/// <summary>A folder that only this process's user can look into, and that goes with all that is in it.</summary>
public sealed class ToolFolder : IDisposable
{
    private ToolFolder(string path) => Path = path;

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>The full path of a file in it.</summary>
    /// <exception cref="ArgumentException">It is more than a plain name.</exception>
    public string File(string name) => name.Length > 0 && name == System.IO.Path.GetFileName(name) && name is not ("." or "..")
        ? System.IO.Path.Combine(Path, name)
        : throw new ArgumentException("A plain name is needed.", nameof(name));

    /// <inheritdoc/>
    public void Dispose()
    {
        for (var attempt = 0; Directory.Exists(Path); attempt++)
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (Exception busy) when (busy is IOException or UnauthorizedAccessException && attempt < 5)
            {
                // A process that was killed a moment ago may still have been writing.
                Thread.Sleep(50 << attempt);
            }
        }
    }

    internal static ToolFolder Make(string parent)
    {
        var path = System.IO.Path.Combine(parent, "poscases-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)));
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return new ToolFolder(path);
    }
}
