using System.Text;
using PosCases.Platform.Previews;

namespace PosCases.UnitTests.Platform.Previews;

public sealed class PixelsTests
{
    [Fact]
    public void A_box_covers_all_that_it_touches_and_nothing_far_from_it()
    {
        var pixels = White("P6\n# by a tool\n10 10\n255\n", 10, 10);

        pixels.Blacken(new BlackBox(1, 0.35, 0.45, 0.2, 0.1));

        Assert.Equal(["..........", "..........", "..........", "..xxxxx...", "..xxxxx...", "..xxxxx...", "..xxxxx...", "..........", "..........", ".........."], Rows(pixels));
    }

    [Theory]
    [InlineData(0, 0, 1, 1)]
    [InlineData(0.9, 0.9, 0.1, 0.1)]
    public void A_box_at_the_edge_stays_on_the_page(double x, double y, double width, double height)
    {
        var pixels = White("P6 10 10 255\n", 10, 10);

        pixels.Blacken(new BlackBox(1, x, y, width, height));

        Assert.Equal('x', Rows(pixels)[9][9]);
    }

    [Theory]
    [InlineData("P5 10 10 255\n")]
    [InlineData("P6 10 10 65535\n")]
    [InlineData("P6 10 10\n")]
    [InlineData("P6 99999 99999 255\n")]
    [InlineData("P6 # no end")]
    [InlineData("")]
    public void What_is_no_such_picture_or_shorter_than_it_claims_is_not_read(string header) =>
        Assert.Null(Pixels.Read([.. Encoding.ASCII.GetBytes(header), .. new byte[50]]));

    [Theory]
    [InlineData(0, 0, 0, 0.1)]
    [InlineData(-0.1, 0, 0.2, 0.2)]
    [InlineData(0.9, 0, 0.2, 0.2)]
    [InlineData(double.NaN, 0, 0.2, 0.2)]
    public void A_box_beside_the_page_or_without_extent_is_unsound(double x, double y, double width, double height) =>
        Assert.False(new BlackBox(1, x, y, width, height).IsSound);

    private static Pixels White(string header, int wide, int high)
    {
        var white = new byte[3 * wide * high];
        Array.Fill(white, (byte)255);
        return Pixels.Read([.. Encoding.ASCII.GetBytes(header), .. white])!;
    }

    private static string[] Rows(Pixels pixels) =>
        [.. Enumerable.Range(0, pixels.High).Select(row => string.Concat(Enumerable.Range(0, pixels.Wide).Select(column =>
            pixels.Bytes[pixels.Start + (3 * ((row * pixels.Wide) + column))] == 0 ? 'x' : '.')))];
}
