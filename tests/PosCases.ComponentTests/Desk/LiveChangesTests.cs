using System.Globalization;
using PosCases.Platform.Data;
using PosCases.Web.Desk;

namespace PosCases.ComponentTests.Desk;

public sealed class LiveChangesTests
{
    [Fact]
    public async Task A_screen_is_told_in_its_readers_language_whoever_changed_the_record()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        ChangeFeed feed = new();
        TaskCompletionSource<(string Formats, string Words)> told = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using LiveChanges live = new(feed, TimeProvider.System, TimeSpan.FromMilliseconds(1), _ =>
        {
            told.SetResult((CultureInfo.CurrentCulture.Name, CultureInfo.CurrentUICulture.Name));
            return Task.CompletedTask;
        });

        // A job speaks no language.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        feed.Announce([Guid.NewGuid()]);

        Assert.Equal(("zh-CN", "zh-CN"), await told.Task.WaitAsync(TimeSpan.FromSeconds(5), Xunit.TestContext.Current.CancellationToken));
    }
}
