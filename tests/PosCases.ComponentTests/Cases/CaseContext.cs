using MediatR;
using Microsoft.Extensions.DependencyInjection;
using PosCases.Cases;
using PosCases.Cases.Filing;
using PosCases.Cases.Worklist;
using PosCases.ComponentTests.Design;
using PosCases.Merchants;
using PosCases.Platform.Security;
using PosCases.Web.Cases;

namespace PosCases.ComponentTests.Cases;

/// <summary>Renders what the case screens share, in English unless said otherwise, at <see cref="DesignContext.Now"/>.</summary>
public abstract class CaseContext : DesignContext
{
    protected static readonly Actor Shop = new(Guid.NewGuid(), "Chen", Role.MerchantOwner, Guid.NewGuid());

    protected static readonly Actor Agent = new(Guid.NewGuid(), "Li", Role.Agent, null);

    protected CaseContext()
    {
        Services.AddCaseScreens();
        Services.AddSingleton(new CaseOptions());
        Services.AddSingleton<IMediator>(Mediator);
        SetRendererInfo(new("Static", isInteractive: false));
    }

    protected RecordingMediator Mediator { get; } = new();

    /// <summary>A case that the shop has just filed.</summary>
    protected static Case Filed(FilingForm? form = null) =>
        Case.File(123, new MerchantId(Shop.Merchant!.Value), form ?? new FilingForm(), Shop, Now, new CaseOptions()).Value;

    /// <summary>A case of which nothing is known, freshly filed.</summary>
    protected static CaseSummary Summary() => new()
    {
        Id = CaseId.New(),
        Number = "FZ-2026-000123",
        Serial = 123,
        Version = Guid.NewGuid(),
        MerchantId = MerchantId.New(),
        MerchantName = "Noodle House",
        MerchantKind = MerchantKind.Micro,
        Status = CaseStatus.Filed,
        ResumeStatus = null,
        Outcome = null,
        Priority = Priority.Normal,
        OwnerId = null,
        OwnerName = null,
        Measure = MeasureKind.Unknown,
        ImposedBy = ImposedBy.Unknown,
        InstitutionName = null,
        IsConfirmed = false,
        Cause = null,
        Since = null,
        Amount = null,
        Remaining = null,
        AskedAt = null,
        FiledAt = Now,
        UpdatedAt = Now,
        ClosedAt = null,
        Facts = new CaseFacts
        {
            Status = CaseStatus.Filed,
            DueAt = Now.AddHours(4),
            StageDueAt = Now.AddHours(4),
            FollowUpAt = null,
            WaitFor = null,
            WithdrawalRequested = false,
            IsRated = false,
            Missing = 0,
            ToJudge = 0,
            OpenRounds = 0,
            Now = Now,
        },
    };
}
