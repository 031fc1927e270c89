using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace PosCases.Cases.Packs;

/// <summary>
/// The list of a pack's files with their hashes, in the format of <c>sha256sum</c>: 64 hexadecimal digits, two spaces, the path. Anybody can compare:
/// unpack, then <c>sha256sum -c manifest.sha256</c>.
/// </summary>
public static class PackManifest
{
    /// <summary>Name of the list in the zip; every other file of the zip stands in it.</summary>
    public const string FileName = "manifest.sha256";

    private const int HashLength = 64;

    /// <summary>The list as text.</summary>
    public static string Write(IEnumerable<(string Path, string Sha256)> files) =>
        string.Concat(files.Select(f => $"{f.Sha256}  {f.Path}\n"));

    /// <summary>Compares a pack with its list, without anything but the pack.</summary>
    /// <param name="zip">The zip; at any position.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>What is wrong, a line each; empty when all is as listed.</returns>
    public static async Task<IReadOnlyList<string>> VerifyAsync(Stream zip, CancellationToken ct)
    {
        try
        {
            await using var archive = await ZipArchive.CreateAsync(zip, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, ct);
            if (archive.GetEntry(FileName) is not { } list)
            {
                return [$"{FileName}: missing"];
            }

            var listed = await ReadAsync(list, ct);
            List<string> wrong = [];
            foreach (var entry in archive.Entries.Where(e => e.FullName != FileName))
            {
                if (!listed.Remove(entry.FullName, out var hash))
                {
                    wrong.Add($"{entry.FullName}: not listed");
                }
                else if (!hash.Equals(await HashAsync(entry, ct), StringComparison.Ordinal))
                {
                    wrong.Add($"{entry.FullName}: changed");
                }
            }

            return [.. wrong, .. listed.Keys.Select(path => $"{path}: missing")];
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            return [$"not a readable zip: {broken.Message}"];
        }
    }

    private static async Task<Dictionary<string, string>> ReadAsync(ZipArchiveEntry list, CancellationToken ct)
    {
        await using var content = await list.OpenAsync(ct);
        using var reader = new StreamReader(content, Encoding.UTF8);
        Dictionary<string, string> listed = new(StringComparer.Ordinal);
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            if (line.Length > HashLength + 2)
            {
                listed[line[(HashLength + 2)..]] = line[..HashLength];
            }
        }

        return listed;
    }

    private static async Task<string> HashAsync(ZipArchiveEntry entry, CancellationToken ct)
    {
        await using var content = await entry.OpenAsync(ct);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
    }
}
