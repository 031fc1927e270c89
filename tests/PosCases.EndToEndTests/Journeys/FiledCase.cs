using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PosCases.EndToEndTests.Journeys;

/// <summary>Parts of a journey that several journeys share.</summary>
internal static partial class FiledCase
{
    /// <summary>Reports a freeze on the phone, from the first question to the case's number.</summary>
    public static Task<string> ReportAsync(this IPage phone, params string[] demands) => phone.ReportAsync("SettlementDelay", "Acquirer", demands);

    /// <summary>Reports a police freeze on the phone.</summary>
    public static Task<string> ReportPoliceFreezeAsync(this IPage phone) => phone.ReportAsync("JudicialFreeze", "Police", []);

    private static async Task<string> ReportAsync(this IPage phone, string measure, string imposedBy, string[] demands)
    {
        await phone.StartReportAsync();
        await phone.ChooseAsync("ToldBy", demands.Length > 0 ? "Phone" : "App");
        foreach (var demand in demands.DefaultIfEmpty("None"))
        {
            await phone.ChooseAsync("Demands", demand);
        }

        await phone.NextAsync();
        await phone.ChooseAsync("Measure", measure);
        await phone.ChooseAsync("AbilitiesOff", "Withdraw");
        await phone.Named("Amount").FillAsync("48200");
        await phone.NextAsync();
        await phone.ChooseAsync("ImposedBy", imposedBy);
        await phone.Named("Institution").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await phone.ChooseAsync("Reason", "NoReason");
        await phone.NextAsync();
        await phone.Named("CashDays").FillAsync("7");
        await phone.NextAsync();
        await phone.ArrivesAsync("**/review");
        await phone.Locator(".sticky-bar button[type=submit]").ClickAsync();
        await phone.ArrivesAsync("**/my/cases/**");
        return NumberIn().Match(phone.Url).Value;
    }

    /// <summary>Opens the form at its first question.</summary>
    public static async Task StartReportAsync(this IPage phone)
    {
        await phone.GotoAsync("/my/new");
        await phone.Locator(".sticky-bar button[type=submit]").ClickAsync();
        await phone.ArrivesAsync("**/my/new/*/1");
    }

    /// <summary>The agent takes the case up from the worklist.</summary>
    public static async Task TakeUpAsync(this IPage desk, string number)
    {
        await desk.GotoAsync($"/desk/cases/{number}");
        await desk.OpenMainActionAsync();
        await desk.SendDialogAsync();
    }

    /// <summary>The agent asks an official channel and records the answer.</summary>
    public static async Task AskOfficiallyAsync(this IPage desk, string answer)
    {
        await desk.OpenMainActionAsync();
        await desk.OpenDialog().Locator("input[name=Channel]").First.CheckAsync(new() { Force = true });
        await desk.ChooseInDialogAsync("Answer", answer);
        await desk.InDialog("Said").FillAsync("KF-0001");
        await desk.SendDialogAsync();
    }

    /// <summary>The agent judges the notice.</summary>
    public static async Task JudgeNoticeAsync(this IPage desk, string verdict)
    {
        await desk.OpenMainActionAsync();
        await desk.ChooseInDialogAsync("Verdict", verdict);
        await desk.InDialog("Reasons").FillAsync("官方热线核实，工单号 KF-0001");
        await desk.SendDialogAsync();
    }

    /// <summary>The agent completes the freeze record and the cause, and goes on to the papers.</summary>
    public static async Task ConfirmGenuineAsync(this IPage desk)
    {
        await desk.OpenMainActionAsync();
        await desk.InDialog("Record.Basis").FillAsync("受理协议");
        await desk.SendDialogAsync();
        await desk.OpenMainActionAsync();
        await desk.ChooseInDialogAsync("Code", "ABNORMAL_TXN");
        await desk.ChooseInDialogAsync("Source", "Institution");
        await desk.ChooseInDialogAsync("Confidence", "High");
        await desk.SendDialogAsync();
        await desk.OpenMainActionAsync();
        await desk.SendDialogAsync();
    }

    /// <summary>The agent accepts every paper that waits.</summary>
    public static async Task AcceptPapersAsync(this IPage desk, string number)
    {
        await desk.GotoAsync($"/desk/cases/{number}");
        await desk.ReadyAsync();
        var open = desk.Locator(".sticky-bar a.btn-primary");
        while (await open.CountAsync() > 0)
        {
            await open.ClickAsync();
            await desk.Locator(".reviewer").WaitForAsync();
            await desk.ReadyAsync();
            await desk.Locator(".reviewer-facts .btn-primary").ClickAsync();
            await desk.Locator(".toast-note").First.WaitForAsync();
            await desk.GotoAsync($"/desk/cases/{number}");
            await desk.ReadyAsync();
        }
    }

    /// <summary>The agent sends the papers to the institution.</summary>
    public static async Task SubmitAsync(this IPage desk)
    {
        await desk.OpenMainActionAsync();
        await desk.InDialog("CoverNote").FillAsync("请予复核，并书面告知结果。");
        await desk.SendDialogAsync();
    }

    /// <summary>The institution lifts the measure: its answer, the money, the steps of the plan.</summary>
    public static async Task LiftAsync(this IPage desk, string number)
    {
        await desk.GotoAsync($"/desk/cases/{number}?tab=communication");
        await desk.OpenAsync("记录答复");
        await desk.ChooseInDialogAsync("Answer", "Lifted");
        await desk.InDialog("Text").FillAsync("复核通过，已恢复");
        await desk.SendDialogAsync();
        foreach (var kind in new[] { "Frozen", "Released" })
        {
            await desk.GotoAsync($"/desk/cases/{number}?tab=money");
            await desk.OpenAsync("登记一笔");
            await desk.ChooseInDialogAsync("Kind", kind);
            await desk.InDialog("Amount").FillAsync("48200");
            if (kind == "Released")
            {
                await desk.ChooseInDialogAsync("Abilities", "Withdraw");
            }

            await desk.InDialog("Proof").FillAsync("机构短信");
            await desk.SendDialogAsync();
        }

        await desk.EndMandatoryStepsAsync(number);
    }

    /// <summary>The agent ends every mandatory step, each on a freshly opened page.</summary>
    public static async Task EndMandatoryStepsAsync(this IPage desk, string number)
    {
        while (true)
        {
            await desk.GotoAsync($"/desk/cases/{number}");
            await desk.ReadyAsync();
            await desk.Locator(".plan-step").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            var open = desk.Locator(".plan-step:not(.plan-done):has(.required):not(:has(.plan-decision))");
            if (await open.CountAsync() == 0)
            {
                return;
            }

            var step = open.First;
            if (!await step.Locator("summary").First.IsVisibleAsync())
            {
                await step.Locator("xpath=ancestor::details[1]/summary").First.ClickAsync();
            }

            await step.Locator("summary").First.ClickAsync();
            await step.GetByRole(AriaRole.Button, new() { Name = "完成" }).ClickAsync();
            await desk.OpenDialog().WaitForAsync();
            await desk.InDialog("Note").FillAsync("见沟通记录");
            await desk.SendDialogAsync();
        }
    }

    /// <summary>The agent proposes that everything is unfrozen.</summary>
    public static async Task ProposeAsync(this IPage desk, string number, string statement)
    {
        await desk.GotoAsync($"/desk/cases/{number}");
        await desk.OpenMainActionAsync();
        await desk.ChooseInDialogAsync("Proposal.Outcome", "FullyUnfrozen");
        await desk.InDialog("Proposal.Statement").FillAsync(statement);
        await desk.InDialog("Proposal.Proof").FillAsync("机构书面答复 1 号");
        await desk.InDialog("Proposal.Advice").FillAsync("请核对最近三天的到账金额。");
        await desk.SendDialogAsync();
    }

    /// <summary>The institution refuses, names a paper as missing, or says its last word.</summary>
    public static async Task RefuseAsync(this IPage desk, string number, string reason, string? missing = null, string? nextRoute = null)
    {
        await desk.GotoAsync($"/desk/cases/{number}?tab=communication");
        await desk.OpenAsync("记录答复");
        await desk.ChooseInDialogAsync("Answer", "Refused");
        await desk.InDialog("Refusal.Reason").SelectOptionAsync(reason);
        if (missing is not null)
        {
            await desk.OpenDialog().Locator("details.more summary").First.ClickAsync();
            await desk.OpenDialog().Locator($"label:has(input[name='Refusal.Missing'][value='{missing}'])").ClickAsync();
        }

        if (nextRoute is not null)
        {
            await desk.OpenDialog().Locator("input[name='Refusal.IsFinal']").CheckAsync(new() { Force = true });
            await desk.InDialog("Refusal.NextRoute").SelectOptionAsync(nextRoute);
        }

        await desk.InDialog("Text").FillAsync("复核未通过");
        await desk.SendDialogAsync();
    }

    /// <summary>Everything from a filed case to one that is ready for a proposal.</summary>
    public static async Task WorkToAnswerAsync(this IPage desk, IPage phone, string number)
    {
        await desk.WorkToSubmissionAsync(phone, number);
        await desk.LiftAsync(number);
    }

    /// <summary>Everything from a filed case to papers that were sent.</summary>
    public static async Task WorkToSubmissionAsync(this IPage desk, IPage phone, string number)
    {
        await desk.TakeUpAsync(number);
        await desk.AskOfficiallyAsync("Confirms");
        await desk.JudgeNoticeAsync("Genuine");
        await desk.ConfirmGenuineAsync();
        await phone.UploadMissingAsync(number);
        await desk.AcceptPapersAsync(number);
        await desk.SubmitAsync();
    }

    [GeneratedRegex(@"FZ-\d{4}-\d{6}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NumberIn();
}
