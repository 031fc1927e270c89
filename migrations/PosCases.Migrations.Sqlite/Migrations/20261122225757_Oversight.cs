using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Oversight : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CaseMeasures_DocumentNumber",
                table: "CaseMeasures");

            migrationBuilder.CreateTable(
                name: "AccessTokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", fixedLength: true, maxLength: 32, nullable: false),
                    Stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastUsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastUsedFrom = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AccessTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AccessTokens_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CaseExports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Conditions = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Format = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    IsComplete = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseExports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CaseFacts",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Serial = table.Column<long>(type: "INTEGER", nullable: false),
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    FiledOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    VerifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReleasedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EasedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Days = table.Column<long>(type: "INTEGER", nullable: true),
                    Institution = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true),
                    Region = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Model = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    FrozenFen = table.Column<long>(type: "INTEGER", nullable: false),
                    RemainingFen = table.Column<long>(type: "INTEGER", nullable: false),
                    LossFen = table.Column<long>(type: "INTEGER", nullable: true),
                    AvoidedFen = table.Column<long>(type: "INTEGER", nullable: true),
                    Rating = table.Column<long>(type: "INTEGER", nullable: true),
                    RatedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RefreezeOf = table.Column<Guid>(type: "TEXT", nullable: true),
                    RefreezeDays = table.Column<int>(type: "INTEGER", nullable: true),
                    RefrozenAfter = table.Column<int>(type: "INTEGER", nullable: true),
                    IsFreeze = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseFacts", x => x.CaseId);
                });

            migrationBuilder.CreateTable(
                name: "CaseLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FromId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    StatusBefore = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CaseLinks_Cases_FromId",
                        column: x => x.FromId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CaseLinks_Cases_ToId",
                        column: x => x.ToId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FactProgress",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Serial = table.Column<long>(type: "INTEGER", nullable: false),
                    IsDone = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactProgress", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FactTodos",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactTodos", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "IncidentCounter",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentCounter", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Incidents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Serial = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Marks = table.Column<string>(type: "TEXT", nullable: false),
                    Facts = table.Column<string>(type: "TEXT", nullable: false),
                    Reasons = table.Column<string>(type: "TEXT", nullable: false),
                    SuggestionKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SuggestedMerchants = table.Column<int>(type: "INTEGER", nullable: false),
                    DismissedMerchants = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenedByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Incidents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReportSchedules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    Board = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Weekday = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Hour = table.Column<int>(type: "INTEGER", nullable: false),
                    Recipients = table.Column<string>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastFrom = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportSchedules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CaseFactLines",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Seq = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Side = table.Column<string>(type: "TEXT", maxLength: 12, nullable: true),
                    Value = table.Column<long>(type: "INTEGER", nullable: true),
                    Kept = table.Column<bool>(type: "INTEGER", nullable: true),
                    Why = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseFactLines", x => new { x.CaseId, x.Seq });
                    table.ForeignKey(
                        name: "FK_CaseFactLines_CaseFacts_CaseId",
                        column: x => x.CaseId,
                        principalTable: "CaseFacts",
                        principalColumn: "CaseId",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IncidentCases",
                columns: table => new
                {
                    IncidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IncidentCases", x => new { x.IncidentId, x.CaseId });
                    table.ForeignKey(
                        name: "FK_IncidentCases_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IncidentCases_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_IncidentCases_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "JointNotices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IncidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TextZh = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    TextEn = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JointNotices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JointNotices_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReportDeliveries",
                columns: table => new
                {
                    ScheduleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Withheld = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportDeliveries", x => new { x.ScheduleId, x.From, x.PersonId });
                    table.ForeignKey(
                        name: "FK_ReportDeliveries_ReportSchedules_ScheduleId",
                        column: x => x.ScheduleId,
                        principalTable: "ReportSchedules",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeDeliveries",
                columns: table => new
                {
                    NoticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MerchantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    IncidentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Told = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeDeliveries", x => new { x.NoticeId, x.MerchantId });
                    table.ForeignKey(
                        name: "FK_NoticeDeliveries_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeDeliveries_Incidents_IncidentId",
                        column: x => x.IncidentId,
                        principalTable: "Incidents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeDeliveries_JointNotices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "JointNotices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeDeliveries_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.InsertData(
                table: "IncidentCounter",
                columns: new[] { "Id", "Last" },
                values: new object[] { 1, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_CaseMeasures_AccountTail_RecordedAt",
                table: "CaseMeasures",
                columns: new[] { "AccountTail", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseMeasures_DocumentNumber_RecordedAt",
                table: "CaseMeasures",
                columns: new[] { "DocumentNumber", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseMeasures_TerminalNumber_RecordedAt",
                table: "CaseMeasures",
                columns: new[] { "TerminalNumber", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AccessTokens_PersonId",
                table: "AccessTokens",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseExports_StartedAt",
                table: "CaseExports",
                column: "StartedAt");

            migrationBuilder.CreateIndex(
                name: "IX_CaseFactLines_Kind_On_Key_Side_Kept_Value",
                table: "CaseFactLines",
                columns: new[] { "Kind", "On", "Key", "Side", "Kept", "Value" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_ClosedOn_Outcome_Days_OwnerId",
                table: "CaseFacts",
                columns: new[] { "ClosedOn", "Outcome", "Days", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_EasedOn_OwnerId_RefrozenAfter_AvoidedFen_LossFen",
                table: "CaseFacts",
                columns: new[] { "EasedOn", "OwnerId", "RefrozenAfter", "AvoidedFen", "LossFen" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_FiledOn_ClosedOn_OwnerId_Institution_Region_Model_Cause",
                table: "CaseFacts",
                columns: new[] { "FiledOn", "ClosedOn", "OwnerId", "Institution", "Region", "Model", "Cause" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_MerchantId_EasedOn",
                table: "CaseFacts",
                columns: new[] { "MerchantId", "EasedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_OwnerId_FiledOn",
                table: "CaseFacts",
                columns: new[] { "OwnerId", "FiledOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_RatedOn_Rating_OwnerId",
                table: "CaseFacts",
                columns: new[] { "RatedOn", "Rating", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_RefreezeOf_RefreezeDays",
                table: "CaseFacts",
                columns: new[] { "RefreezeOf", "RefreezeDays" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_Stage_FiledOn_DueAt_RemainingFen_OwnerId",
                table: "CaseFacts",
                columns: new[] { "Stage", "FiledOn", "DueAt", "RemainingFen", "OwnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseLinks_FromId",
                table: "CaseLinks",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseLinks_ToId",
                table: "CaseLinks",
                column: "ToId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentCases_CaseId",
                table: "IncidentCases",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_IncidentCases_MerchantId",
                table: "IncidentCases",
                column: "MerchantId");

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Number",
                table: "Incidents",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Serial",
                table: "Incidents",
                column: "Serial",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_Status_Serial",
                table: "Incidents",
                columns: new[] { "Status", "Serial" });

            migrationBuilder.CreateIndex(
                name: "IX_Incidents_SuggestionKey",
                table: "Incidents",
                column: "SuggestionKey");

            migrationBuilder.CreateIndex(
                name: "IX_JointNotices_IncidentId_At",
                table: "JointNotices",
                columns: new[] { "IncidentId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticeDeliveries_CaseId",
                table: "NoticeDeliveries",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_NoticeDeliveries_IncidentId",
                table: "NoticeDeliveries",
                column: "IncidentId");

            migrationBuilder.CreateIndex(
                name: "IX_NoticeDeliveries_MerchantId_IncidentId",
                table: "NoticeDeliveries",
                columns: new[] { "MerchantId", "IncidentId" });

            migrationBuilder.CreateIndex(
                name: "IX_ReportSchedules_EndedAt_NextAt",
                table: "ReportSchedules",
                columns: new[] { "EndedAt", "NextAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AccessTokens");

            migrationBuilder.DropTable(
                name: "CaseExports");

            migrationBuilder.DropTable(
                name: "CaseFactLines");

            migrationBuilder.DropTable(
                name: "CaseLinks");

            migrationBuilder.DropTable(
                name: "FactProgress");

            migrationBuilder.DropTable(
                name: "FactTodos");

            migrationBuilder.DropTable(
                name: "IncidentCases");

            migrationBuilder.DropTable(
                name: "IncidentCounter");

            migrationBuilder.DropTable(
                name: "NoticeDeliveries");

            migrationBuilder.DropTable(
                name: "ReportDeliveries");

            migrationBuilder.DropTable(
                name: "CaseFacts");

            migrationBuilder.DropTable(
                name: "JointNotices");

            migrationBuilder.DropTable(
                name: "ReportSchedules");

            migrationBuilder.DropTable(
                name: "Incidents");

            migrationBuilder.DropIndex(
                name: "IX_CaseMeasures_AccountTail_RecordedAt",
                table: "CaseMeasures");

            migrationBuilder.DropIndex(
                name: "IX_CaseMeasures_DocumentNumber_RecordedAt",
                table: "CaseMeasures");

            migrationBuilder.DropIndex(
                name: "IX_CaseMeasures_TerminalNumber_RecordedAt",
                table: "CaseMeasures");

            migrationBuilder.CreateIndex(
                name: "IX_CaseMeasures_DocumentNumber",
                table: "CaseMeasures",
                column: "DocumentNumber");
        }
    }
}
