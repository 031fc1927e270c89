using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace PosCases.Platform.Previews;

/// <summary>
/// Keeps what was made of files for a while, encrypted under a key that lives in this process alone, so that nothing readable is left on the
/// disk. Bounded; what was not asked for longest goes first. A kept page that is gone or damaged is simply made again.
/// </summary>
internal sealed class PreviewCache
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Least = NonceLength + TagLength + sizeof(int);

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly string folder;
    private readonly long most;
    private long size;
    private long tick;

    public PreviewCache(PreviewOptions options)
    {
        (folder, most) = (options.Folder, options.MostKept);
        if (folder.Length > 0)
        {
            Empty();
        }
    }

    /// <summary>What is kept under the name: a number and bytes; none when it is not there.</summary>
    public async Task<(int Number, byte[] Bytes)?> FindAsync(string file, string what, CancellationToken ct)
    {
        var name = NameOf(file, what);
        if (!entries.TryGetValue(name, out var entry))
        {
            return null;
        }

        try
        {
            var kept = await File.ReadAllBytesAsync(Path.Combine(folder, name), ct);
            var opened = Open(kept, name);
            entries[name] = entry with { Used = Interlocked.Increment(ref tick) };
            return (BinaryPrimitives.ReadInt32BigEndian(opened), opened[sizeof(int)..]);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException or CryptographicException)
        {
            Drop(name);
            return null;
        }
    }

    /// <summary>Keeps something under the name, when there is room to be made for it.</summary>
    public async Task KeepAsync(string file, string what, int number, byte[] bytes, CancellationToken ct)
    {
        if (folder.Length == 0 || bytes.LongLength > most / 4)
        {
            return;
        }

        var name = NameOf(file, what);
        var plain = new byte[sizeof(int) + bytes.Length];
        BinaryPrimitives.WriteInt32BigEndian(plain, number);
        bytes.CopyTo(plain, sizeof(int));
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), Seal(plain, name), ct);
        }
        catch (IOException)
        {
            // A full disk must not keep anybody from looking.
            return;
        }

        if (entries.TryAdd(name, new Entry(plain.Length, Interlocked.Increment(ref tick))))
        {
            Interlocked.Add(ref size, plain.Length);
        }

        MakeRoom();
    }

    /// <summary>Forgets everything that was made of a file.</summary>
    public void Forget(string file)
    {
        foreach (var name in entries.Keys.Where(n => n.StartsWith(PrefixOf(file), StringComparison.Ordinal)))
        {
            Drop(name);
        }
    }

    private void MakeRoom()
    {
        while (Interlocked.Read(ref size) > most && entries.OrderBy(e => e.Value.Used).Select(e => e.Key).FirstOrDefault() is { } oldest)
        {
            Drop(oldest);
        }
    }

    private void Drop(string name)
    {
        if (!entries.TryRemove(name, out var entry))
        {
            return;
        }

        Interlocked.Add(ref size, -entry.Size);
        try
        {
            File.Delete(Path.Combine(folder, name));
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // It goes at the next start.
        }
    }

    private void Empty()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        foreach (var left in Directory.EnumerateFiles(folder, "*.page"))
        {
            File.Delete(left);
        }
    }

    private byte[] Seal(byte[] plain, string name)
    {
        var made = new byte[NonceLength + plain.Length + TagLength];
        var nonce = made.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(nonce, plain, made.AsSpan(NonceLength, plain.Length), made.AsSpan(NonceLength + plain.Length), Encoding.ASCII.GetBytes(name));
        return made;
    }

    private byte[] Open(byte[] kept, string name)
    {
        if (kept.Length < Least)
        {
            throw new CryptographicException("Too short.");
        }

        var plain = new byte[kept.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(
            kept.AsSpan(0, NonceLength), kept.AsSpan(NonceLength, plain.Length), kept.AsSpan(NonceLength + plain.Length), plain, Encoding.ASCII.GetBytes(name));
        return plain;
    }

    private static string NameOf(string file, string what) => $"{PrefixOf(file)}{Hash(what)[..16]}.page";

    private static string PrefixOf(string file) => $"{Hash(file)[..32]}-";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private sealed record Entry(long Size, long Used);
}
