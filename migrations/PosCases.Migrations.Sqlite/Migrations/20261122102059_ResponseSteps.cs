using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ResponseSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SubmissionRounds_PartyId",
                table: "SubmissionRounds");

            migrationBuilder.DropIndex(
                name: "IX_Cases_DueAt_Serial",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OwnerId_Status_DueAt_Serial",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Status_DueAt_Serial",
                table: "Cases");

            migrationBuilder.AddColumn<long>(
                name: "AnswerDueAt",
                table: "SubmissionRounds",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Concerns",
                table: "SubmissionRounds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsFinal",
                table: "SubmissionRounds",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Missing",
                table: "SubmissionRounds",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "NextRoute",
                table: "SubmissionRounds",
                type: "TEXT",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Purpose",
                table: "SubmissionRounds",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Lift");

            migrationBuilder.AddColumn<string>(
                name: "RefusalReason",
                table: "SubmissionRounds",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "EndsInterim",
                table: "Proposals",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ApprovedByName",
                table: "PlaybookVersions",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RetiredAt",
                table: "PlaybookVersions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RetiredReason",
                table: "PlaybookVersions",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WrittenByName",
                table: "PlaybookVersions",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Abilities",
                table: "LedgerEntries",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<Guid>(
                name: "MeasureId",
                table: "LedgerEntries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReliefId",
                table: "LedgerEntries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Until",
                table: "LedgerEntries",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReservedPersonId",
                table: "Invitations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LicenceCheckedAt",
                table: "Institutions",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LicenceCheckedOn",
                table: "Institutions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "LicenceSeen",
                table: "Institutions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UsualAnswer",
                table: "Institutions",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsPlanned",
                table: "EvidenceRequirements",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Answer",
                table: "CaseSteps",
                type: "TEXT",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "BegunAt",
                table: "CaseSteps",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Deadline",
                table: "CaseSteps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Decision",
                table: "CaseSteps",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Origins",
                table: "CaseSteps",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<string>(
                name: "Papers",
                table: "CaseSteps",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<long>(
                name: "PlannedAt",
                table: "CaseSteps",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClockCheckAt",
                table: "Cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "DeadlineAt",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "EscalatedAt",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HidesFromMerchantStaff",
                table: "Cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsRestricted",
                table: "Cases",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "PriorityOverride",
                table: "Cases",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "PriorityOverrideAt",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PriorityOverrideBy",
                table: "Cases",
                type: "TEXT",
                maxLength: 128,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PriorityOverrideReason",
                table: "Cases",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReliefDueAt",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RenewalDueAt",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RouteDueAt",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "WorksAgainAt",
                table: "Cases",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DocumentKind",
                table: "CaseMeasures",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndProof",
                table: "CaseMeasures",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndedOn",
                table: "CaseMeasures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ending",
                table: "CaseMeasures",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsMajorCase",
                table: "CaseMeasures",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsQueued",
                table: "CaseMeasures",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "OrderedBy",
                table: "CaseMeasures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacedById",
                table: "CaseMeasures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Scope",
                table: "CaseMeasures",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<long>(
                name: "StartsAt",
                table: "CaseMeasures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Term",
                table: "CaseMeasures",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "WatchAt",
                table: "CaseMeasures",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AdviceNotes",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdviceNotes", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_AdviceNotes_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CalendarChanges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CalendarYears",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    SourceZh = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SourceEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    AnnouncedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarYears", x => x.Year);
                });

            migrationBuilder.CreateTable(
                name: "CaseDeadlines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Duty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Amount = table.Column<int>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rollover = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EndsAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    End = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndNote = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseDeadlines", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseDeadlines_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseGuests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InvitationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    InvitedByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    InvitedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseGuests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseGuests_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseGuests_Invitations_InvitationId",
                        column: x => x.InvitationId,
                        principalTable: "Invitations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CasePlaybooks",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    PinnedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LeftAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CasePlaybooks", x => new { x.CaseId, x.Code });
                    table.ForeignKey(
                        name: "FK_CasePlaybooks_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseReaders",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    RemovedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseReaders", x => new { x.CaseId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_CaseReaders_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseReaders_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseRestrictions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    LiftedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseRestrictions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseRestrictions_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ClockMarks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    WarnedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    BreachedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AcknowledgedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AcknowledgedBy = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    EscalatedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClockMarks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClockMarks_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "DeviceChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    Snapshot = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeviceChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DeviceChecks_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImpactDrafts",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Seen = table.Column<int>(type: "INTEGER", nullable: false),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImpactDrafts", x => new { x.CaseId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_ImpactDrafts_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ImpactStatements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    Marks = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImpactStatements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ImpactStatements_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "InterimWays",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DailyLimit = table.Column<long>(type: "INTEGER", precision: 18, scale: 2, nullable: true),
                    Cost = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    AddedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    EndedByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterimWays", x => x.Id);
                    table.ForeignKey(
                        name: "FK_InterimWays_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LegalityAnswers",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeasureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LegalityAnswers", x => new { x.CaseId, x.MeasureId, x.Question });
                    table.ForeignKey(
                        name: "FK_LegalityAnswers_CaseMeasures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "CaseMeasures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LegalityAnswers_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MeasureRenewals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeasureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    StartsAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsStartStated = table.Column<bool>(type: "INTEGER", nullable: false),
                    Term = table.Column<string>(type: "TEXT", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MeasureRenewals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MeasureRenewals_CaseMeasures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "CaseMeasures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlaybookDrafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EditedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    EditedByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    EditedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlaybookDrafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Rechecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Announcement = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SetAt = table.Column<long>(type: "INTEGER", nullable: false),
                    SetById = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Works = table.Column<bool>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnsweredById = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnsweredByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rechecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Rechecks_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReliefAsks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PartyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AlertedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndPlan = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReliefAsks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReliefAsks_CaseParties_PartyId",
                        column: x => x.PartyId,
                        principalTable: "CaseParties",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReliefAsks_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RenewalAsks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MeasureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    RaisedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RenewalAsks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RenewalAsks_CaseMeasures_MeasureId",
                        column: x => x.MeasureId,
                        principalTable: "CaseMeasures",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RenewalAsks_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RiskAnswers",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RiskAnswers", x => new { x.CaseId, x.Code });
                    table.ForeignKey(
                        name: "FK_RiskAnswers_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RouteFilings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Route = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Body = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    FiledOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SentOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Number = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Receipt = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ReceiptItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SecondRouteConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    AnswerDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    AnswerText = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    WithdrawnAt = table.Column<long>(type: "INTEGER", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RouteFilings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RouteFilings_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RouteFilings_EvidenceItems_ReceiptItemId",
                        column: x => x.ReceiptItemId,
                        principalTable: "EvidenceItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RouteFilings_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Rules",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TitleZh = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    TitleEn = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    ArticleZh = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ArticleEn = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    InForceSince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Label = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SaysZh = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    SaysEn = table.Column<string>(type: "TEXT", maxLength: 1500, nullable: false),
                    SourceZh = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    SourceEn = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    LastCheckedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rules", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "CalendarDays",
                columns: table => new
                {
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NameZh = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarDays", x => new { x.Year, x.Date });
                    table.ForeignKey(
                        name: "FK_CalendarDays_CalendarYears_Year",
                        column: x => x.Year,
                        principalTable: "CalendarYears",
                        principalColumn: "Year",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReliefSteps",
                columns: table => new
                {
                    ReliefId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Move = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Terms = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    SaidAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    EnteredAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReliefSteps", x => new { x.ReliefId, x.Number });
                    table.ForeignKey(
                        name: "FK_ReliefSteps_ReliefAsks_ReliefId",
                        column: x => x.ReliefId,
                        principalTable: "ReliefAsks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RuleChanges",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RuleCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleChanges", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_RuleChanges_Rules_RuleCode",
                        column: x => x.RuleCode,
                        principalTable: "Rules",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionRounds_PartyId_SentAt",
                table: "SubmissionRounds",
                columns: new[] { "PartyId", "SentAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_ClockCheckAt",
                table: "Cases",
                column: "ClockCheckAt");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_DueAt_Serial_IsRestricted",
                table: "Cases",
                columns: new[] { "DueAt", "Serial", "IsRestricted" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_EscalatedAt_Serial",
                table: "Cases",
                columns: new[] { "EscalatedAt", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_IsRestricted_Serial",
                table: "Cases",
                columns: new[] { "IsRestricted", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OwnerId_Status_DueAt_Serial_IsRestricted",
                table: "Cases",
                columns: new[] { "OwnerId", "Status", "DueAt", "Serial", "IsRestricted" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Status_DueAt_Serial_IsRestricted",
                table: "Cases",
                columns: new[] { "Status", "DueAt", "Serial", "IsRestricted" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseMeasures_WatchAt",
                table: "CaseMeasures",
                column: "WatchAt");

            migrationBuilder.CreateIndex(
                name: "IX_AdviceNotes_CaseId_Seq",
                table: "AdviceNotes",
                columns: new[] { "CaseId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_CalendarChanges_Year_Id",
                table: "CalendarChanges",
                columns: new[] { "Year", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseDeadlines_CaseId",
                table: "CaseDeadlines",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseGuests_CaseId",
                table: "CaseGuests",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseGuests_InvitationId",
                table: "CaseGuests",
                column: "InvitationId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseGuests_PersonId_CaseId",
                table: "CaseGuests",
                columns: new[] { "PersonId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_CasePlaybooks_Code_Version",
                table: "CasePlaybooks",
                columns: new[] { "Code", "Version" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseReaders_PersonId_CaseId",
                table: "CaseReaders",
                columns: new[] { "PersonId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseRestrictions_CaseId",
                table: "CaseRestrictions",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ClockMarks_CaseId_Key_DueAt",
                table: "ClockMarks",
                columns: new[] { "CaseId", "Key", "DueAt" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DeviceChecks_CaseId",
                table: "DeviceChecks",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ImpactStatements_CaseId_Number",
                table: "ImpactStatements",
                columns: new[] { "CaseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_InterimWays_CaseId",
                table: "InterimWays",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_LegalityAnswers_MeasureId",
                table: "LegalityAnswers",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_MeasureRenewals_MeasureId_Number",
                table: "MeasureRenewals",
                columns: new[] { "MeasureId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlaybookDrafts_Code",
                table: "PlaybookDrafts",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rechecks_CaseId",
                table: "Rechecks",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ReliefAsks_CaseId",
                table: "ReliefAsks",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ReliefAsks_PartyId",
                table: "ReliefAsks",
                column: "PartyId");

            migrationBuilder.CreateIndex(
                name: "IX_ReliefAsks_Status_EndsOn",
                table: "ReliefAsks",
                columns: new[] { "Status", "EndsOn" });

            migrationBuilder.CreateIndex(
                name: "IX_RenewalAsks_CaseId",
                table: "RenewalAsks",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_RenewalAsks_MeasureId",
                table: "RenewalAsks",
                column: "MeasureId");

            migrationBuilder.CreateIndex(
                name: "IX_RouteFilings_CaseId",
                table: "RouteFilings",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_RouteFilings_InstitutionId",
                table: "RouteFilings",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_RouteFilings_ReceiptItemId",
                table: "RouteFilings",
                column: "ReceiptItemId");

            migrationBuilder.CreateIndex(
                name: "IX_RuleChanges_RuleCode",
                table: "RuleChanges",
                column: "RuleCode");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AdviceNotes");

            migrationBuilder.DropTable(
                name: "CalendarChanges");

            migrationBuilder.DropTable(
                name: "CalendarDays");

            migrationBuilder.DropTable(
                name: "CaseDeadlines");

            migrationBuilder.DropTable(
                name: "CaseGuests");

            migrationBuilder.DropTable(
                name: "CasePlaybooks");

            migrationBuilder.DropTable(
                name: "CaseReaders");

            migrationBuilder.DropTable(
                name: "CaseRestrictions");

            migrationBuilder.DropTable(
                name: "ClockMarks");

            migrationBuilder.DropTable(
                name: "DeviceChecks");

            migrationBuilder.DropTable(
                name: "ImpactDrafts");

            migrationBuilder.DropTable(
                name: "ImpactStatements");

            migrationBuilder.DropTable(
                name: "InterimWays");

            migrationBuilder.DropTable(
                name: "LegalityAnswers");

            migrationBuilder.DropTable(
                name: "MeasureRenewals");

            migrationBuilder.DropTable(
                name: "PlaybookDrafts");

            migrationBuilder.DropTable(
                name: "Rechecks");

            migrationBuilder.DropTable(
                name: "ReliefSteps");

            migrationBuilder.DropTable(
                name: "RenewalAsks");

            migrationBuilder.DropTable(
                name: "RiskAnswers");

            migrationBuilder.DropTable(
                name: "RouteFilings");

            migrationBuilder.DropTable(
                name: "RuleChanges");

            migrationBuilder.DropTable(
                name: "CalendarYears");

            migrationBuilder.DropTable(
                name: "ReliefAsks");

            migrationBuilder.DropTable(
                name: "Rules");

            migrationBuilder.DropIndex(
                name: "IX_SubmissionRounds_PartyId_SentAt",
                table: "SubmissionRounds");

            migrationBuilder.DropIndex(
                name: "IX_Cases_ClockCheckAt",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_DueAt_Serial_IsRestricted",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_EscalatedAt_Serial",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_IsRestricted_Serial",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OwnerId_Status_DueAt_Serial_IsRestricted",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Status_DueAt_Serial_IsRestricted",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_CaseMeasures_WatchAt",
                table: "CaseMeasures");

            migrationBuilder.DropColumn(
                name: "AnswerDueAt",
                table: "SubmissionRounds");

            migrationBuilder.DropColumn(
                name: "Concerns",
                table: "SubmissionRounds");

            migrationBuilder.DropColumn(
                name: "IsFinal",
                table: "SubmissionRounds");

            migrationBuilder.DropColumn(
                name: "Missing",
                table: "SubmissionRounds");

            migrationBuilder.DropColumn(
                name: "NextRoute",
                table: "SubmissionRounds");

            migrationBuilder.DropColumn(
                name: "Purpose",
                table: "SubmissionRounds");

            migrationBuilder.DropColumn(
                name: "RefusalReason",
                table: "SubmissionRounds");

            migrationBuilder.DropColumn(
                name: "EndsInterim",
                table: "Proposals");

            migrationBuilder.DropColumn(
                name: "ApprovedByName",
                table: "PlaybookVersions");

            migrationBuilder.DropColumn(
                name: "RetiredAt",
                table: "PlaybookVersions");

            migrationBuilder.DropColumn(
                name: "RetiredReason",
                table: "PlaybookVersions");

            migrationBuilder.DropColumn(
                name: "WrittenByName",
                table: "PlaybookVersions");

            migrationBuilder.DropColumn(
                name: "Abilities",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "MeasureId",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "ReliefId",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "Until",
                table: "LedgerEntries");

            migrationBuilder.DropColumn(
                name: "ReservedPersonId",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "LicenceCheckedAt",
                table: "Institutions");

            migrationBuilder.DropColumn(
                name: "LicenceCheckedOn",
                table: "Institutions");

            migrationBuilder.DropColumn(
                name: "LicenceSeen",
                table: "Institutions");

            migrationBuilder.DropColumn(
                name: "UsualAnswer",
                table: "Institutions");

            migrationBuilder.DropColumn(
                name: "IsPlanned",
                table: "EvidenceRequirements");

            migrationBuilder.DropColumn(
                name: "Answer",
                table: "CaseSteps");

            migrationBuilder.DropColumn(
                name: "BegunAt",
                table: "CaseSteps");

            migrationBuilder.DropColumn(
                name: "Deadline",
                table: "CaseSteps");

            migrationBuilder.DropColumn(
                name: "Decision",
                table: "CaseSteps");

            migrationBuilder.DropColumn(
                name: "Origins",
                table: "CaseSteps");

            migrationBuilder.DropColumn(
                name: "Papers",
                table: "CaseSteps");

            migrationBuilder.DropColumn(
                name: "PlannedAt",
                table: "CaseSteps");

            migrationBuilder.DropColumn(
                name: "ClockCheckAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "DeadlineAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "EscalatedAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "HidesFromMerchantStaff",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "IsRestricted",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "PriorityOverride",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "PriorityOverrideAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "PriorityOverrideBy",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "PriorityOverrideReason",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "ReliefDueAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "RenewalDueAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "RouteDueAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "WorksAgainAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "DocumentKind",
                table: "CaseMeasures");

            migrationBuilder.DropColumn(
                name: "EndProof",
                table: "CaseMeasures");

            migrationBuilder.DropColumn(
                name: "EndedOn",
                table: "CaseMeasures");

            migrationBuilder.DropColumn(
                name: "Ending",
                table: "CaseMeasures");

            migrationBuilder.DropColumn(
                name: "IsMajorCase",
                table: "CaseMeasures");

            migrationBuilder.DropColumn(
                name: "IsQueued",
                table: "CaseMeasures");

            migrationBuilder.DropColumn(
                name: "OrderedBy",
                table: "CaseMeasures");

            migrationBuilder.DropColumn(
                name: "ReplacedById",
                table: "CaseMeasures");

            migrationBuilder.DropColumn(
                name: "Scope",
                table: "CaseMeasures");

            migrationBuilder.DropColumn(
                name: "StartsAt",
                table: "CaseMeasures");

            migrationBuilder.DropColumn(
                name: "Term",
                table: "CaseMeasures");

            migrationBuilder.DropColumn(
                name: "WatchAt",
                table: "CaseMeasures");

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionRounds_PartyId",
                table: "SubmissionRounds",
                column: "PartyId");

            migrationBuilder.CreateIndex(
                name: "IX_Cases_DueAt_Serial",
                table: "Cases",
                columns: new[] { "DueAt", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_OwnerId_Status_DueAt_Serial",
                table: "Cases",
                columns: new[] { "OwnerId", "Status", "DueAt", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_Cases_Status_DueAt_Serial",
                table: "Cases",
                columns: new[] { "Status", "DueAt", "Serial" });
        }
    }
}
