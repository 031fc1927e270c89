using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AddInsight : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CaseFacts",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Serial = table.Column<long>(type: "bigint", nullable: false),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OwnerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Stage = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    FiledOn = table.Column<DateOnly>(type: "date", nullable: false),
                    VerifiedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    SubmittedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    DecidedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReleasedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    EasedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Days = table.Column<long>(type: "bigint", nullable: true),
                    Institution = table.Column<string>(type: "nvarchar(36)", maxLength: 36, nullable: true),
                    Region = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Model = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Cause = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    FrozenFen = table.Column<long>(type: "bigint", nullable: false),
                    RemainingFen = table.Column<long>(type: "bigint", nullable: false),
                    LossFen = table.Column<long>(type: "bigint", nullable: true),
                    AvoidedFen = table.Column<long>(type: "bigint", nullable: true),
                    Rating = table.Column<long>(type: "bigint", nullable: true),
                    RatedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RefreezeOf = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RefreezeDays = table.Column<int>(type: "int", nullable: true),
                    RefrozenAfter = table.Column<int>(type: "int", nullable: true),
                    IsFreeze = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CaseFacts", x => x.CaseId);
                });

            migrationBuilder.CreateTable(
                name: "FactProgress",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false),
                    Serial = table.Column<long>(type: "bigint", nullable: false),
                    IsDone = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactProgress", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FactTodos",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactTodos", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "ReportSchedules",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Board = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Weekday = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Hour = table.Column<int>(type: "int", nullable: false),
                    Recipients = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    NextAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    LastFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReportSchedules", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CaseFactLines",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Seq = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Side = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: true),
                    Value = table.Column<long>(type: "bigint", nullable: true),
                    Kept = table.Column<bool>(type: "bit", nullable: true),
                    Why = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true)
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
                name: "ReportDeliveries",
                columns: table => new
                {
                    ScheduleId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    SentAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Withheld = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true)
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
                name: "IX_ReportSchedules_EndedAt_NextAt",
                table: "ReportSchedules",
                columns: new[] { "EndedAt", "NextAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseFactLines");

            migrationBuilder.DropTable(
                name: "FactProgress");

            migrationBuilder.DropTable(
                name: "FactTodos");

            migrationBuilder.DropTable(
                name: "ReportDeliveries");

            migrationBuilder.DropTable(
                name: "CaseFacts");

            migrationBuilder.DropTable(
                name: "ReportSchedules");
        }
    }
}
