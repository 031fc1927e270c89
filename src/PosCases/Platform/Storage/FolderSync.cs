using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace PosCases.Platform.Storage;

/// <summary>Brings the entries of a folder to the disk. A new file that was flushed can still vanish with its name when the folder was not.</summary>
internal static partial class FolderSync
{
    private const int ReadOnlyFolder = 0x10000;

    /// <summary>Flushes a folder; on Windows, which keeps names in its journal, there is nothing to do.</summary>
    /// <exception cref="IOException">It could not be flushed.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS())
        {
            FlushOnUnix(folder);
        }
    }

    [UnsupportedOSPlatform("windows")]
    private static void FlushOnUnix(string folder)
    {
        var handle = Open(folder, OperatingSystem.IsLinux() ? ReadOnlyFolder : 0);
        if (handle < 0)
        {
            throw new IOException($"The folder could not be opened, error {Marshal.GetLastPInvokeError()}.");
        }

        try
        {
            if (Sync(handle) != 0)
            {
                throw new IOException($"The folder could not be flushed, error {Marshal.GetLastPInvokeError()}.");
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Sync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
