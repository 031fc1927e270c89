namespace PosCases.DeskBench;

/// <summary>How soon the published app shows a page, and how much memory it holds when nobody uses it.</summary>
internal static class Start
{
    private const int Starts = 5;

    /// <summary>Prints a row for the data folder.</summary>
    public static async Task MeasureAsync(string app, string folder)
    {
        List<double> untilFirstPage = [];
        for (var i = 0; i < Starts; i++)
        {
            using var server = await Server.StartAsync(app, folder, bare: true);
            untilFirstPage.Add(server.UntilFirstPage.TotalSeconds);
            if (i == Starts - 1)
            {
                await Task.Delay(TimeSpan.FromSeconds(30));
                Console.WriteLine(
                    $"| {Path.GetFileName(folder)} | {untilFirstPage.Order().ElementAt(Starts / 2):0.00} | {server.Memory("Rss"):0} | {server.Memory("Pss"):0} | {server.Memory("Private_Clean") + server.Memory("Private_Dirty"):0} | {server.Memory("Anonymous"):0} |");
            }
        }
    }
}
