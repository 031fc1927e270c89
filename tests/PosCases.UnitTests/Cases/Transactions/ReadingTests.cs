using System.Globalization;
using System.Text;
using PosCases.Cases.Transactions;
using PosCases.Cases.Transactions.Reading;

namespace PosCases.UnitTests.Cases.Transactions;

public sealed class ReadingTests
{
    private static readonly ColumnWords Words = ColumnWords.Shipped;
    private static readonly ImportLimits Limits = new();

    [Theory]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("¥1234.5", "1234.50")]
    [InlineData("1,234元", "1234")]
    [InlineData("1.2万", "12000")]
    [InlineData("１２３．４５", "123.45")]
    [InlineData("(88.00)", "-88")]
    [InlineData("-88", "-88")]
    [InlineData("CNY 20", "20")]
    [InlineData("48.199999999999996", "48.20")]
    [InlineData("1.2345E3", "1234.50")]
    [InlineData("12.345", null)]
    [InlineData("1,23.4", null)]
    [InlineData("约100", null)]
    [InlineData("", null)]
    [InlineData("1234567890123", null)]
    public void An_amount_is_read_as_it_is_written_or_not_at_all(string text, string? yuan) =>
        Assert.Equal(yuan is null ? null : decimal.Parse(yuan, CultureInfo.InvariantCulture), text.Length == 0 ? null : Readings.Amount(Words, text));

    [Theory]
    [InlineData("2026-03-01 14:05:09", "", "2026-03-01 14:05:09")]
    [InlineData("2026/3/1 14:05", "", "2026-03-01 14:05:00")]
    [InlineData("20260301140509", "", "2026-03-01 14:05:09")]
    [InlineData("20260301 140509", "", "2026-03-01 14:05:09")]
    [InlineData("2026年3月1日 14时05分09秒", "", "2026-03-01 14:05:09")]
    [InlineData("2026年03月01日下午2:05", "", "2026-03-01 14:05:00")]
    [InlineData("2026.03.01 14:05:09", "", "2026-03-01 14:05:09")]
    [InlineData("2026-03-01T14:05:09", "", "2026-03-01 14:05:09")]
    [InlineData("2026-03-01 14:05:09.123", "", "2026-03-01 14:05:09")]
    [InlineData("140509", "20260301", "2026-03-01 14:05:09")]
    [InlineData("14:05", "2026-03-01", "2026-03-01 14:05:00")]
    [InlineData("90509", "2026-03-01", "2026-03-01 09:05:09")]
    [InlineData("46082.5", "", "2026-03-01 12:00:00")]
    [InlineData("0.5", "2026-03-01", "2026-03-01 12:00:00")]
    public void A_moment_is_read_in_the_ways_in_which_exports_write_it(string moment, string day, string at)
    {
        var read = Readings.Moment(Words, moment, day);

        Assert.Null(read.Problem);
        Assert.True(read.HasTime);
        Assert.Equal(at, read.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("", "", RowProblemKind.MomentMissing)]
    [InlineData("03/04/2026 10:00", "", RowProblemKind.MomentAmbiguous)]
    [InlineData("昨天", "", RowProblemKind.MomentUnreadable)]
    [InlineData("25:61", "2026-03-01", RowProblemKind.MomentUnreadable)]
    public void A_moment_that_cannot_be_told_is_a_problem_and_never_a_guess(string moment, string day, RowProblemKind problem) =>
        Assert.Equal(problem, Readings.Moment(Words, moment, day).Problem);

    [Fact]
    public void A_day_without_a_time_is_known_to_have_none() =>
        Assert.Equal((new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Unspecified), false, null), Readings.Moment(Words, "", "2026-03-01"));

    [Theory]
    [InlineData("检索参考号", TransactionField.Reference)]
    [InlineData("交易金额（元）", TransactionField.Amount)]
    [InlineData(" 交易 时间 ", TransactionField.Moment)]
    [InlineData("Transaction Amount (CNY)", TransactionField.Amount)]
    [InlineData("CVN2", TransactionField.Secret)]
    [InlineData("二磁道", TransactionField.Secret)]
    [InlineData("备注", TransactionField.Ignored)]
    public void A_column_is_known_by_its_name_in_both_languages(string header, TransactionField field) => Assert.Equal(field, Words.FieldOf(header));

    [Theory]
    [InlineData("消费撤销", TransactionKind.Void)]
    [InlineData("预授权完成", TransactionKind.PreAuthDone)]
    [InlineData("预授权", TransactionKind.PreAuth)]
    [InlineData("银联退货", TransactionKind.Refund)]
    [InlineData("微信扫码支付", TransactionKind.Sale)]
    [InlineData("签到", TransactionKind.Other)]
    public void A_kind_is_known_by_the_more_exact_word(string text, TransactionKind kind) => Assert.Equal(kind, Words.KindOf(text));

    [Theory]
    [InlineData("交易成功", TransactionState.Succeeded)]
    [InlineData("00", TransactionState.Succeeded)]
    [InlineData("余额不足", TransactionState.Failed)]
    [InlineData("交易未成功", TransactionState.Failed)]
    [InlineData("已撤销", TransactionState.Reversed)]
    [InlineData("?", TransactionState.Unknown)]
    public void A_state_is_known_by_its_words(string text, TransactionState state) => Assert.Equal(state, Words.StateOf(text));

    [Fact]
    public async Task An_open_quotation_mark_costs_its_own_row_and_none_behind_it()
    {
        var rows = await ReadAsync("时间,金额,备注\n1,10,\"好\n2,20,b\n3,30,\"c \"\"d\"\"\"\n4,40,\"two\nlines\"\n5,50,e\n", columns: 3);

        Assert.Equal([1, 2, 3, 4, 5, 7], rows.Select(r => r.Number));
        Assert.Equal([null, RowProblemKind.UnclosedQuote, null, null, null, null], rows.Select(r => r.Trouble));
        Assert.Equal("c \"d\"", rows[3].Cells[2]);
        Assert.Equal("two\nlines", rows[4].Cells[2]);
    }

    [Fact]
    public async Task An_endless_line_costs_its_own_row_and_is_not_held()
    {
        var rows = await ReadAsync($"a,b,c\n1,{new string('x', Limits.LongestRow * 3)},2\n3,4,5\n", columns: 3);

        Assert.Equal([null, RowProblemKind.RowTooLong, null], rows.Select(r => r.Trouble));
        Assert.True(rows[1].Cells.Sum(c => c.Length) <= Limits.LongestRow);
        Assert.Equal(["3", "4", "5"], rows[2].Cells);
    }

    [Fact]
    public void What_exports_put_around_a_cell_to_keep_a_spreadsheet_from_counting_is_taken_off() =>
        Assert.Equal(["6222", "0012", "7", "8"], CsvTable.Split("`6222,=\"0012\",\t7\t,'8", ','));

    [Fact]
    public async Task Reading_rows_never_runs_ahead_of_them_by_more_than_a_buffer()
    {
        using var endless = new EndlessRows();
        using var text = new StreamReader(endless, Encoding.UTF8);
        using var table = new CsvTable(text, ',', 3, Limits);

        var taken = await table.RowsAsync(TestContext.Current.CancellationToken).Take(50_000).CountAsync(TestContext.Current.CancellationToken);

        Assert.Equal(50_000, taken);
        Assert.InRange(endless.Handed, 50_000L * EndlessRows.Row.Length, (50_000L * EndlessRows.Row.Length) + (128 * 1024));
    }

    [Theory]
    [InlineData("utf-8", true, "utf-8")]
    [InlineData("utf-8", false, "utf-8")]
    [InlineData("gb18030", false, "gb18030")]
    [InlineData("utf-16", true, "utf-16")]
    [InlineData("utf-16", false, "utf-16")]
    [InlineData("utf-16BE", true, "utf-16BE")]
    public async Task The_encoding_is_found_by_looking_at_the_whole_file(string written, bool marked, string found)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(written);
        // Plain letters for longer than any head that one might look at; only then Chinese.
        var text = string.Concat(Enumerable.Repeat("2026-03-01 10:00:00,100.00,ok\n", 5_000)) + "交易时间,交易金额,镕\n";
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

        Assert.Equal(found, await TextEncodings.FindAsync(new MemoryStream(bytes), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_no_text_has_no_encoding() =>
        Assert.Null(await TextEncodings.FindAsync(new MemoryStream([1, 0, 7, 255, 0, 3, 200, 1, 1, 9]), TestContext.Current.CancellationToken));

    [Fact]
    public async Task The_header_is_found_below_the_lines_with_which_an_export_begins()
    {
        using var text = new StringReader("商户交易明细\n商户号,898000000000001\n\n交易时间,交易金额,终端号,卡号\n2026-03-01 10:00:00,10.00,T1,6222020000000000000\n");
        using var table = new CsvTable(text, ',', null, Limits);

        var shape = (await TableProbe.LookAsync(table.RowsAsync(TestContext.Current.CancellationToken), Limits, TestContext.Current.CancellationToken))!;

        Assert.Equal(4, shape.HeaderRow);
        Assert.Equal([TransactionField.Moment, TransactionField.Amount, TransactionField.Terminal, TransactionField.Card], shape.Guess);
        Assert.Equal(1, shape.Rows);
        Assert.Equal("622202*********0000", shape.Sample[0][3]);
    }

    [Theory]
    [InlineData("a\tb\tc\n1,5\t2\t3", '\t')]
    [InlineData("a;b;c\n1,5;2;3", ';')]
    [InlineData("a|b\n1|2", '|')]
    [InlineData("a,b,c\n\"1;2\",2,3", ',')]
    public void The_delimiter_is_the_one_that_divides_evenly(string text, char delimiter) => Assert.Equal(delimiter, TableProbe.DelimiterOf(text.Split('\n')));

    [Fact]
    public void Of_a_card_number_six_and_four_digits_are_kept_and_of_secrets_nothing()
    {
        TransactionField[] columns = [TransactionField.Moment, TransactionField.Amount, TransactionField.Card, TransactionField.Secret, TransactionField.Ignored];
        var reading = new RowReader(columns, DateTimeOffset.MaxValue)
            .Read(new TableRow(2, ["2026-03-01 10:00:00", "x", "4012 8888 8888 1881", "123", ";4012888888881881=49121200000000?"]));

        Assert.Equal(["2026-03-01 10:00:00", "x", "401288******1881", "", ""], reading.Cells);
        Assert.Equal((1, 2), (reading.CardsMasked, reading.SecretsDropped));
        Assert.Equal(RowProblemKind.AmountUnreadable, reading.Problem!.Kind);
        Assert.DoesNotContain("4012888888881881", System.Text.Json.JsonSerializer.Serialize(reading), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("6222****1234", "6222******1234", false)]
    [InlineData("62220212***1234", "622202******1234", true)]
    [InlineData("1234", "****1234", false)]
    [InlineData("6.22202E+18", null, false)]
    [InlineData("", null, false)]
    public void A_card_number_that_came_masked_keeps_no_more_than_six_and_four(string typed, string? kept, bool wasWhole) =>
        Assert.Equal((kept, wasWhole), Sensitive.Card(typed));

    [Fact]
    public void A_row_with_sums_is_no_transaction_and_tells_what_the_file_says_of_itself()
    {
        TransactionField[] columns = [TransactionField.Moment, TransactionField.Amount, TransactionField.Ignored];

        var reading = new RowReader(columns, DateTimeOffset.MaxValue).Read(new TableRow(9, ["合计", "1,234.50", "12笔"]));

        Assert.Equal(new StatedTotal(1234.50m, 12), reading.Total);
        Assert.Null(reading.Problem);
    }

    [Fact]
    public void A_sale_with_a_minus_in_a_file_without_kinds_went_back()
    {
        TransactionField[] columns = [TransactionField.Moment, TransactionField.Amount];

        var good = new RowReader(columns, DateTimeOffset.MaxValue).Read(new TableRow(2, ["2026-03-01 10:00:00", "-50"])).Good!;

        Assert.Equal((TransactionKind.Refund, 50m), (good.Kind, good.Amount));
    }

    [Fact]
    public void A_transaction_of_the_future_is_asked_about()
    {
        TransactionField[] columns = [TransactionField.Moment, TransactionField.Amount];

        var reading = new RowReader(columns, Cast.Now).Read(new TableRow(2, ["2027-03-01 10:00:00", "50"]));

        Assert.Equal(RowProblemKind.MomentOutOfRange, reading.Problem!.Kind);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@x", "'@x")]
    [InlineData("-88.00", "-88.00")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    public void No_cell_of_an_export_is_taken_for_a_formula(string value, string cell) => Assert.Equal(cell, CsvText.Cell(value));

    private static async Task<List<TableRow>> ReadAsync(string text, int? columns)
    {
        using var table = new CsvTable(new StringReader(text), ',', columns, Limits);
        return await table.RowsAsync().ToListAsync();
    }

    private sealed class EndlessRows : Stream
    {
        public static readonly byte[] Row = "2026-03-01 10:00:00,100.00,0123456789\n"u8.ToArray();

        public long Handed { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Handed; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            for (var i = 0; i < count; i++)
            {
                buffer[offset + i] = Row[Handed++ % Row.Length];
            }

            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
