using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace PosCases.UploadBench;

/// <summary>
/// Fifty papers of 20 MB at once through the built app, in parts; then the same bytes plainly onto the same disk. Says whether one was lost,
/// how far the app's memory grew, and how the times compare.
/// </summary>
internal static class Entry
{
    private const int Files = 50;
    private const int Size = 20 * 1024 * 1024;

    private static readonly string[] Owners = ["huanan", "lanxin", "jinhai", "harbor", "xiaolu"];

    public static async Task<int> Main()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        using ServedRelease app = new();
        await app.StartAsync();
        List<Shop> shops = [];
        foreach (var owner in Owners)
        {
            if (await Shop.OpenAsync(app.Address, owner) is { } shop)
            {
                shops.Add(shop);
            }
        }

        var files = Enumerable.Range(0, Files).Select(Make).ToList();
        // The first ones make the app compile what it needs.
        await Task.WhenAll(shops.Select((shop, number) => shop.SendAsync($"warm-{number}.png", files[number].AsMemory(0, 2 * 1024 * 1024))));
        await Task.Delay(3000);

        var before = app.Measure();
        using CancellationTokenSource over = new();
        var watching = WatchAsync(app, over.Token);
        var time = Stopwatch.StartNew();
        var said = await Task.WhenAll(files.Select((file, number) => Task.Run(() => shops[number % shops.Count].SendAsync($"{number}.png", file))));
        var uploaded = time.Elapsed;
        await Task.Delay(15_000);
        await over.CancelAsync();
        var peak = await watching;
        var after = app.Measure();

        var lost = said.Where((hash, number) => hash != Convert.ToHexStringLower(SHA256.HashData(files[number]))).Count();
        time.Restart();
        await Task.WhenAll(files.Select((file, number) => Task.Run(() => WritePlainly(Path.Combine(app.Folder, $"plain-{number}"), file))));
        var plain = time.Elapsed;
        shops.ForEach(shop => shop.Dispose());

        Console.WriteLine($"{Files} papers of {Size / (1024 * 1024)} MB at once, {shops.Count} merchants, {Environment.ProcessorCount} processors");
        Console.WriteLine($"lost or changed: {lost}");
        Console.WriteLine($"time: {uploaded.TotalSeconds:0.0} s ({Files * 20 / uploaded.TotalSeconds:0} MB/s); written plainly: {plain.TotalSeconds:0.0} s; ratio {uploaded / plain:0.0}");
        Console.WriteLine("MB            before   peak  after  growth at peak");
        Row("working set", m => m.WorkingSet);
        Row("own memory", m => m.Own);
        Row("managed heap", m => m.Heap);
        return lost == 0 && peak.WorkingSet - before.WorkingSet < 150 ? 0 : 1;

        void Row(string name, Func<ServedRelease.Memory, double> of) =>
            Console.WriteLine($"{name,-12}  {of(before),6:0} {of(peak),6:0} {of(after),6:0}  {of(peak) - of(before),6:0}");
    }

    private static async Task<ServedRelease.Memory> WatchAsync(ServedRelease app, CancellationToken ct)
    {
        ServedRelease.Memory peak = new(0, 0, 0);
        while (!ct.IsCancellationRequested)
        {
            var now = app.Measure();
            peak = new(Math.Max(peak.WorkingSet, now.WorkingSet), Math.Max(peak.Own, now.Own), Math.Max(peak.Heap, now.Heap));
            await Task.Delay(100, CancellationToken.None);
        }

        return peak;
    }

    // Each one different, so that none can be taken for another.
    private static byte[] Make(int number)
    {
        var bytes = RandomNumberGenerator.GetBytes(Size);
        byte[] head = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 10, 0, 0, 0, 10, 8, 2, 0, 0, 0];
        head.CopyTo(bytes, 0);
        BitConverter.TryWriteBytes(bytes.AsSpan(head.Length), number);
        return bytes;
    }

    private static void WritePlainly(string path, byte[] bytes)
    {
        using FileStream file = new(path, FileMode.CreateNew);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }
}
