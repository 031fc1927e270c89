using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Evidence;
using PosCases.Platform.Messages;
using PosCases.Platform.Storage;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases.Evidence;

/// <summary>With a peer that speaks clamd's protocol and says what the test wants; the real one is met in <see cref="ClamdTests"/>.</summary>
public sealed class ScannerTests(ScannerTests.Host app) : IClassFixture<ScannerTests.Host>
{
    [Fact]
    public async Task A_clean_file_is_taken_and_marked_as_scanned()
    {
        app.Clamd.Answer = "stream: OK";

        var taken = (await TakeAsync(await app.Given.Case().At(DemoPath.Filed))).Value;

        Assert.Equal(new Scanned(FileScan.Clean, null), taken.Scan);
        Assert.Equal(Pictures.Png(70_000), app.Clamd.Received);
    }

    [Fact]
    public async Task An_infected_file_is_not_taken_and_leaves_nothing_behind()
    {
        var found = await app.Given.Case().At(DemoPath.Filed);
        app.Clamd.Answer = "stream: Eicar-Test-Signature FOUND";
        var before = app.FilesInStore();

        Assert.Equal(new EvidenceInfected("Eicar-Test-Signature"), (await TakeAsync(found)).Error);

        Assert.Equal(before, app.FilesInStore());
    }

    [Theory]
    [InlineData("INSTREAM size limit exceeded. ERROR")]
    [InlineData("")]
    [InlineData("stream: OK and more")]
    public async Task Without_a_clear_answer_a_file_waits_and_is_handed_to_nobody_until_there_is_one(string answer)
    {
        var found = await app.Given.Case().At(DemoPath.Filed);
        app.Clamd.Answer = answer;
        var item = await SubmitAsync(found);
        Assert.Equal(new EvidenceInQuarantine(), (await app.As("li").Send(new OpenEvidence.Command(item))).Error);

        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await app.RunJobsAsync();
        Assert.Equal(new EvidenceInQuarantine(), (await app.As("li").Send(new OpenEvidence.Command(item))).Error);

        app.Clamd.Answer = "stream: OK";
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await app.RunJobsAsync();
        Assert.Equal(FileScan.Clean, (await app.As("li").Send(new OpenEvidence.Command(item))).Value.Scan);
    }

    [Fact]
    public async Task A_file_that_turns_out_infected_later_is_never_handed_out_and_both_sides_are_told()
    {
        var found = await app.Given.Case().At(DemoPath.Filed);
        app.Clamd.Answer = "";
        var item = await SubmitAsync(found);

        app.Clamd.Answer = "stream: Doc.Macro-1 FOUND";
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        await app.RunJobsAsync();

        Assert.Equal(new EvidenceInfected("Doc.Macro-1"), (await app.As("li").Send(new OpenEvidence.Command(item))).Error);
        Assert.Contains(await app.EventsOf(found), e => e is { Kind: CaseEventKind.EvidenceInfected, DeskOnly: false });
    }

    private async Task<Result<StoredFile>> TakeAsync(CaseId owner) => await app.Services.GetRequiredService<PaperIntake>().TakeAsync(
        new MemoryStream(Pictures.Png(70_000)), "a.png", owner.Value, TestContext.Current.CancellationToken);

    private async Task<EvidenceItemId> SubmitAsync(CaseId found) =>
        (await app.As("huanan").Send(new SubmitEvidence.Command(found, null, EvidenceCode.Other, (await TakeAsync(found)).Value))).Value;

    public sealed class Host : QuietHost
    {
        internal Peer Clamd { get; } = new();

        public int FilesInStore() => Directory.Exists(Path.Combine(DataFolder, "evidence"))
            ? Directory.EnumerateFiles(Path.Combine(DataFolder, "evidence"), "*", SearchOption.AllDirectories).Count()
            : 0;

        public override async ValueTask DisposeAsync()
        {
            Clamd.Dispose();
            await base.DisposeAsync();
        }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Scanner:Host", "127.0.0.1");
            builder.UseSetting("Scanner:Port", $"{Clamd.Port}");
        }
    }

    internal sealed class Peer : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public Peer()
        {
            listener.Start();
            _ = ServeAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public string Answer { get; set; } = "stream: OK";

        public byte[] Received { get; private set; } = [];

        public void Dispose() => listener.Dispose();

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                    await using var line = client.GetStream();
                    await line.ReadExactlyAsync(new byte["zINSTREAM\0".Length]);
                    Received = await ReadAsync(line);
                    await line.WriteAsync(Encoding.ASCII.GetBytes(Answer + "\0"));
                }
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException)
            {
                // The test is over.
            }
        }

        private static async Task<byte[]> ReadAsync(NetworkStream line)
        {
            using var all = new MemoryStream();
            var length = new byte[4];
            while (true)
            {
                await line.ReadExactlyAsync(length);
                if (BinaryPrimitives.ReadInt32BigEndian(length) is not (> 0 and var count))
                {
                    return all.ToArray();
                }

                var chunk = new byte[count];
                await line.ReadExactlyAsync(chunk);
                all.Write(chunk);
            }
        }
    }
}
