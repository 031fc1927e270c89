using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PosCases.Cases.Conversation;
using PosCases.Cases.Filing;
using PosCases.Platform.Messages;
using PosCases.Seeding;
using PosCases.TestSupport;

namespace PosCases.IntegrationTests.Cases;

public sealed class CardDataDoorTests(QuietHost app) : IClassFixture<QuietHost>
{
    private const string Card = "6222021234567890128";

    [Fact]
    public async Task A_full_card_number_reaches_no_byte_of_the_database_by_way_of_a_message_or_a_draft()
    {
        var found = await app.Given.Case().At(DemoPath.Filed);
        Assert.True((await app.As("huanan").Send(new PostMessage.Command(found, $"my card is {Card}"))).Succeeded);
        var draft = (await app.As("huanan").Send(new StartDraft.Command(null))).Value;
        Assert.True((await app.As("huanan").Send(new SaveDraft.Command(draft, new FilingForm { Wording = $"card {Card}" }, null))).Succeeded);

        var message = (await app.AskAsync(db => db.Set<CaseMessage>().Where(m => m.CaseId == found).ToListAsync()))[^1];
        Assert.Equal("my card is 622202*********0128", message.Text);
        await app.AskAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(app.DataFolder, "poscases.db*"))
        {
            await using var bytes = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var read = new MemoryStream();
            await bytes.CopyToAsync(read, TestContext.Current.CancellationToken);
            Assert.True(read.ToArray().AsSpan().IndexOf(Encoding.ASCII.GetBytes(Card)) < 0, file);
        }
    }

    [Fact]
    public async Task A_code_or_password_is_refused_at_its_field_and_nothing_is_stored()
    {
        var found = await app.Given.Case().At(DemoPath.Filed);

        var refused = await app.As("huanan").Send(new PostMessage.Command(found, "验证码是 482913"));

        Assert.Equal([new FieldError("Text", "CardSecret", [])], Assert.IsType<Invalid>(refused.Error).Fields);
        Assert.False(await app.AskAsync(db => db.Set<CaseMessage>().AnyAsync(m => m.CaseId == found)));
    }
}
