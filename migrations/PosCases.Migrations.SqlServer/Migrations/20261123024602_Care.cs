using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Care : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ImportedAt",
                table: "Cases",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OwnerFor",
                table: "Cases",
                type: "nvarchar(128)",
                maxLength: 128,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    CoverId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CoverName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    SetByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    SetAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Absences_People_CoverId",
                        column: x => x.CoverId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Absences_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Articles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Slug = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    PublishedNumber = table.Column<int>(type: "int", nullable: true),
                    RetiredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Articles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BackupChannels",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    InstitutionName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Tests = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    NextTestOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AddedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BackupChannels", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BackupChannels_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BackupChannels_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CareInspections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    QuestionnaireVersion = table.Column<int>(type: "int", nullable: false),
                    StartedByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    SavedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Answers = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    DoneByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    DoneAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Score = table.Column<int>(type: "int", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareInspections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CareInspections_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CareInspections_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CarePlans",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SavedByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    SavedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    HandedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NextLookBackOn = table.Column<DateOnly>(type: "date", nullable: true),
                    NextLookBackDays = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CarePlans", x => x.CaseId);
                    table.ForeignKey(
                        name: "FK_CarePlans_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CarePlans_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CareSilences",
                columns: table => new
                {
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareSilences", x => x.MerchantId);
                    table.ForeignKey(
                        name: "FK_CareSilences_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CareTasks",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Code = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Question = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: true),
                    InspectionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Occurrence = table.Column<int>(type: "int", nullable: false),
                    Words = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Person = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    NextReminderOn = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    MadeAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    LookState = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    LookedByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    Said = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    PaperId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OfferedByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    OfferedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    JudgedByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    JudgedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareTasks", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_CareTasks_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CareTasks_MerchantPapers_PaperId",
                        column: x => x.PaperId,
                        principalTable: "MerchantPapers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CareTasks_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CareTodos",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CareTodos", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "CaseImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    StoreName = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Shape = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Columns = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    NewMerchants = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RowsRead = table.Column<int>(type: "int", nullable: false),
                    Good = table.Column<int>(type: "int", nullable: false),
                    Open = table.Column<int>(type: "int", nullable: false),
                    WithNewMerchant = table.Column<int>(type: "int", nullable: false),
                    Known = table.Column<int>(type: "int", nullable: false),
                    Bad = table.Column<int>(type: "int", nullable: false),
                    Failure = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseImports_VaultFiles_StoreName",
                        column: x => x.StoreName,
                        principalTable: "VaultFiles",
                        principalColumn: "Name",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ContingencyPlans",
                columns: table => new
                {
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Parts = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContingencyPlans", x => new { x.MerchantId, x.Number });
                    table.ForeignKey(
                        name: "FK_ContingencyPlans_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LargeTrades",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Series = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Goods = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Buyer = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Checks = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Purpose = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Delivery = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DeliveryNote = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Staff = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    Correction = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ReplacedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LargeTrades", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LargeTrades_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LookBacks",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Days = table.Column<int>(type: "int", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    AnswerWords = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    FollowedBy = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Result = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DoneByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    DoneAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LookBacks", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_LookBacks_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LookBacks_Cases_FollowedBy",
                        column: x => x.FollowedBy,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_LookBacks_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QualityChecks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Period = table.Column<DateOnly>(type: "date", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Why = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AgentId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ProposedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ApprovedById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Marks = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Score = table.Column<int>(type: "int", nullable: true),
                    CheckedByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    CheckedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Reply = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    RepliedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Coaching = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    ClosedByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    ClosedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QualityChecks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QualityChecks_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SamplePeriods",
                columns: table => new
                {
                    Period = table.Column<DateOnly>(type: "date", nullable: false),
                    DrawnAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Closed = table.Column<int>(type: "int", nullable: false),
                    Drawn = table.Column<int>(type: "int", nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SamplePeriods", x => x.Period);
                });

            migrationBuilder.CreateTable(
                name: "SampleSettings",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Rule = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampleSettings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TradeThresholds",
                columns: table => new
                {
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TradeThresholds", x => x.MerchantId);
                    table.ForeignKey(
                        name: "FK_TradeThresholds_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CoveredCases",
                columns: table => new
                {
                    AbsenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    SettledAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoveredCases", x => new { x.AbsenceId, x.CaseId });
                    table.ForeignKey(
                        name: "FK_CoveredCases_Absences_AbsenceId",
                        column: x => x.AbsenceId,
                        principalTable: "Absences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CoveredCases_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ArticleVersions",
                columns: table => new
                {
                    ArticleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Content_TitleZh = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Content_TitleEn = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Content_SummaryZh = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Content_SummaryEn = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Content_BodyZh = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Content_BodyEn = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Content_Topic = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Content_Audience = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Content_MustRead = table.Column<bool>(type: "bit", nullable: false),
                    Content_Causes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Content_Rules = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    WriterId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    WriterName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    WrittenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    PublisherName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    PublishedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArticleVersions", x => new { x.ArticleId, x.Number });
                    table.ForeignKey(
                        name: "FK_ArticleVersions_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReadReceipts",
                columns: table => new
                {
                    ArticleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Merchant = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ReadAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    UnderstoodAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadReceipts", x => new { x.ArticleId, x.Number, x.PersonId });
                    table.ForeignKey(
                        name: "FK_ReadReceipts_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseImportIssues",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Row = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    KnownAs = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Faults = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseImportIssues", x => new { x.ImportId, x.Row });
                    table.ForeignKey(
                        name: "FK_CaseImportIssues_CaseImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "CaseImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseOrigins",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Row = table.Column<int>(type: "int", nullable: false),
                    NeedsPlan = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseOrigins", x => x.CaseId);
                    table.ForeignKey(
                        name: "FK_CaseOrigins_CaseImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "CaseImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseOrigins_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TradePhotos",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Series = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    StorageKey = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TradePhotos", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TradePhotos_LargeTrades_Series",
                        column: x => x.Series,
                        principalTable: "LargeTrades",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TradePhotos_VaultFiles_StorageKey",
                        column: x => x.StorageKey,
                        principalTable: "VaultFiles",
                        principalColumn: "Name",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TradeUses",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Series = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ItemId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TradeUses", x => new { x.Version, x.CaseId });
                    table.ForeignKey(
                        name: "FK_TradeUses_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TradeUses_LargeTrades_Version",
                        column: x => x.Version,
                        principalTable: "LargeTrades",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_CoverId",
                table: "Absences",
                column: "CoverId");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_PersonId",
                table: "Absences",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_State_From",
                table: "Absences",
                columns: new[] { "State", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_Slug",
                table: "Articles",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BackupChannels_InstitutionId",
                table: "BackupChannels",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_BackupChannels_MerchantId_EndedAt",
                table: "BackupChannels",
                columns: new[] { "MerchantId", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CareInspections_CaseId",
                table: "CareInspections",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CareInspections_MerchantId_StartedAt",
                table: "CareInspections",
                columns: new[] { "MerchantId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CarePlans_MerchantId_ClosedOn",
                table: "CarePlans",
                columns: new[] { "MerchantId", "ClosedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CarePlans_NextLookBackOn",
                table: "CarePlans",
                column: "NextLookBackOn");

            migrationBuilder.CreateIndex(
                name: "IX_CareTasks_CaseId",
                table: "CareTasks",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CareTasks_Id",
                table: "CareTasks",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CareTasks_LookState_DueOn_Seq",
                table: "CareTasks",
                columns: new[] { "LookState", "DueOn", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_CareTasks_MerchantId_State_DueOn",
                table: "CareTasks",
                columns: new[] { "MerchantId", "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CareTasks_NextReminderOn",
                table: "CareTasks",
                column: "NextReminderOn");

            migrationBuilder.CreateIndex(
                name: "IX_CareTasks_OwnerId_State_DueOn_Seq",
                table: "CareTasks",
                columns: new[] { "OwnerId", "State", "DueOn", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_CareTasks_PaperId",
                table: "CareTasks",
                column: "PaperId");

            migrationBuilder.CreateIndex(
                name: "IX_CareTasks_State_DueOn_Seq",
                table: "CareTasks",
                columns: new[] { "State", "DueOn", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_CareTodos_CaseId",
                table: "CareTodos",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseImports_State_At",
                table: "CaseImports",
                columns: new[] { "State", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseImports_StoreName",
                table: "CaseImports",
                column: "StoreName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CaseOrigins_ImportId_Row",
                table: "CaseOrigins",
                columns: new[] { "ImportId", "Row" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseOrigins_NeedsPlan_ImportId_Row",
                table: "CaseOrigins",
                columns: new[] { "NeedsPlan", "ImportId", "Row" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseOrigins_Source_Number",
                table: "CaseOrigins",
                columns: new[] { "Source", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CoveredCases_AbsenceId_SettledAt",
                table: "CoveredCases",
                columns: new[] { "AbsenceId", "SettledAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CoveredCases_CaseId",
                table: "CoveredCases",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_LargeTrades_MerchantId_Amount",
                table: "LargeTrades",
                columns: new[] { "MerchantId", "Amount" });

            migrationBuilder.CreateIndex(
                name: "IX_LargeTrades_MerchantId_At",
                table: "LargeTrades",
                columns: new[] { "MerchantId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_LargeTrades_Series_Number",
                table: "LargeTrades",
                columns: new[] { "Series", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_Answer_AnsweredAt",
                table: "LookBacks",
                columns: new[] { "Answer", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_CaseId_ClosedOn_Days",
                table: "LookBacks",
                columns: new[] { "CaseId", "ClosedOn", "Days" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_FollowedBy",
                table: "LookBacks",
                column: "FollowedBy");

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_Id",
                table: "LookBacks",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_MerchantId_State",
                table: "LookBacks",
                columns: new[] { "MerchantId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_OwnerId_State_DueOn_Seq",
                table: "LookBacks",
                columns: new[] { "OwnerId", "State", "DueOn", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_LookBacks_State_DueOn_Seq",
                table: "LookBacks",
                columns: new[] { "State", "DueOn", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_QualityChecks_AgentId_Period",
                table: "QualityChecks",
                columns: new[] { "AgentId", "Period" });

            migrationBuilder.CreateIndex(
                name: "IX_QualityChecks_CaseId",
                table: "QualityChecks",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_QualityChecks_Period_CaseId",
                table: "QualityChecks",
                columns: new[] { "Period", "CaseId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReadReceipts_PersonId_ArticleId_Number",
                table: "ReadReceipts",
                columns: new[] { "PersonId", "ArticleId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_TradePhotos_Series",
                table: "TradePhotos",
                column: "Series");

            migrationBuilder.CreateIndex(
                name: "IX_TradePhotos_StorageKey",
                table: "TradePhotos",
                column: "StorageKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TradeUses_CaseId",
                table: "TradeUses",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_TradeUses_Series",
                table: "TradeUses",
                column: "Series");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArticleVersions");

            migrationBuilder.DropTable(
                name: "BackupChannels");

            migrationBuilder.DropTable(
                name: "CareInspections");

            migrationBuilder.DropTable(
                name: "CarePlans");

            migrationBuilder.DropTable(
                name: "CareSilences");

            migrationBuilder.DropTable(
                name: "CareTasks");

            migrationBuilder.DropTable(
                name: "CareTodos");

            migrationBuilder.DropTable(
                name: "CaseImportIssues");

            migrationBuilder.DropTable(
                name: "CaseOrigins");

            migrationBuilder.DropTable(
                name: "ContingencyPlans");

            migrationBuilder.DropTable(
                name: "CoveredCases");

            migrationBuilder.DropTable(
                name: "LookBacks");

            migrationBuilder.DropTable(
                name: "QualityChecks");

            migrationBuilder.DropTable(
                name: "ReadReceipts");

            migrationBuilder.DropTable(
                name: "SamplePeriods");

            migrationBuilder.DropTable(
                name: "SampleSettings");

            migrationBuilder.DropTable(
                name: "TradePhotos");

            migrationBuilder.DropTable(
                name: "TradeThresholds");

            migrationBuilder.DropTable(
                name: "TradeUses");

            migrationBuilder.DropTable(
                name: "CaseImports");

            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "Articles");

            migrationBuilder.DropTable(
                name: "LargeTrades");

            migrationBuilder.DropColumn(
                name: "ImportedAt",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "OwnerFor",
                table: "Cases");
        }
    }
}
