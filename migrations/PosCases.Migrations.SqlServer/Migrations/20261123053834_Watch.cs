using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Watch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Measure",
                table: "CaseFacts",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            // The facts that are there know no measure: they are made anew in the background.
            migrationBuilder.Sql("DELETE FROM FactProgress");

            migrationBuilder.CreateTable(
                name: "OddExplanations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Outcome = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Word = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    TakenBackAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    TakenBackBy = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OddExplanations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OddExplanations_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TrainingRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Who = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Role = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    ArticleId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ArticleNumber = table.Column<int>(type: "int", nullable: true),
                    Topic = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    TopicEn = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Score = table.Column<int>(type: "int", nullable: true),
                    OutOf = table.Column<int>(type: "int", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TrainingRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TrainingRecords_Articles_ArticleId",
                        column: x => x.ArticleId,
                        principalTable: "Articles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TrainingRecords_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WatchImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    StoreName = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Shape = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Columns = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    RowsRead = table.Column<int>(type: "int", nullable: false),
                    Good = table.Column<int>(type: "int", nullable: false),
                    Bad = table.Column<int>(type: "int", nullable: false),
                    Known = table.Column<int>(type: "int", nullable: false),
                    BadRows = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Alerts = table.Column<int>(type: "int", nullable: false),
                    Failure = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WatchImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WatchImports_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WatchImports_VaultFiles_StoreName",
                        column: x => x.StoreName,
                        principalTable: "VaultFiles",
                        principalColumn: "Name",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WatchSettings",
                columns: table => new
                {
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OpensAt = table.Column<int>(type: "int", nullable: true),
                    ClosesAt = table.Column<int>(type: "int", nullable: true),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WatchSettings", x => x.MerchantId);
                    table.ForeignKey(
                        name: "FK_WatchSettings_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TradeAlerts",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Signal = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Edition = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Level = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Found = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Values = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    RaisedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SeenByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    SeenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    TradeSeries = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    PaperId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ExplainedByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    ExplainedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    ResolvedByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    ResolvedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TradeAlerts", x => x.Seq);
                    table.UniqueConstraint("AK_TradeAlerts_Id", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TradeAlerts_LargeTrades_TradeSeries",
                        column: x => x.TradeSeries,
                        principalTable: "LargeTrades",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TradeAlerts_MerchantPapers_PaperId",
                        column: x => x.PaperId,
                        principalTable: "MerchantPapers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TradeAlerts_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TradeAlerts_WatchImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "WatchImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WatchedTrades",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Row = table.Column<int>(type: "int", nullable: false),
                    Key = table.Column<string>(type: "nvarchar(32)", maxLength: 32, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    HasTime = table.Column<bool>(type: "bit", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Hour = table.Column<int>(type: "int", nullable: false),
                    Amount = table.Column<decimal>(type: "decimal(18,2)", precision: 18, scale: 2, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Card = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    CardKind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reference = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Terminal = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WatchedTrades", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WatchedTrades_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_WatchedTrades_WatchImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "WatchImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PreCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AlertId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MerchantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    DraftId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PreCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PreCases_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PreCases_Merchants_MerchantId",
                        column: x => x.MerchantId,
                        principalTable: "Merchants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PreCases_TradeAlerts_AlertId",
                        column: x => x.AlertId,
                        principalTable: "TradeAlerts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_ClosedOn_Cause_Measure_Institution_Outcome",
                table: "CaseFacts",
                columns: new[] { "ClosedOn", "Cause", "Measure", "Institution", "Outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseFacts_Measure_Institution_ClosedOn_Cause_Outcome",
                table: "CaseFacts",
                columns: new[] { "Measure", "Institution", "ClosedOn", "Cause", "Outcome" });

            migrationBuilder.CreateIndex(
                name: "IX_OddExplanations_CaseId",
                table: "OddExplanations",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_OddExplanations_TakenBackAt_ClosedOn",
                table: "OddExplanations",
                columns: new[] { "TakenBackAt", "ClosedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_PreCases_AlertId",
                table: "PreCases",
                column: "AlertId");

            migrationBuilder.CreateIndex(
                name: "IX_PreCases_CaseId",
                table: "PreCases",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_PreCases_DraftId",
                table: "PreCases",
                column: "DraftId");

            migrationBuilder.CreateIndex(
                name: "IX_PreCases_MerchantId",
                table: "PreCases",
                column: "MerchantId");

            migrationBuilder.CreateIndex(
                name: "IX_TradeAlerts_ImportId",
                table: "TradeAlerts",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_TradeAlerts_MerchantId_Seq",
                table: "TradeAlerts",
                columns: new[] { "MerchantId", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_TradeAlerts_PaperId",
                table: "TradeAlerts",
                column: "PaperId");

            migrationBuilder.CreateIndex(
                name: "IX_TradeAlerts_State_Level_Seq",
                table: "TradeAlerts",
                columns: new[] { "State", "Level", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_TradeAlerts_State_Seq",
                table: "TradeAlerts",
                columns: new[] { "State", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_TradeAlerts_TradeSeries",
                table: "TradeAlerts",
                column: "TradeSeries");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingRecords_ArticleId",
                table: "TrainingRecords",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_TrainingRecords_MerchantId_On",
                table: "TrainingRecords",
                columns: new[] { "MerchantId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_TrainingRecords_PersonId_On",
                table: "TrainingRecords",
                columns: new[] { "PersonId", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_WatchedTrades_At",
                table: "WatchedTrades",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_WatchedTrades_ImportId",
                table: "WatchedTrades",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_WatchedTrades_MerchantId_At",
                table: "WatchedTrades",
                columns: new[] { "MerchantId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_WatchedTrades_MerchantId_Key",
                table: "WatchedTrades",
                columns: new[] { "MerchantId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WatchImports_MerchantId_At",
                table: "WatchImports",
                columns: new[] { "MerchantId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_WatchImports_State_At",
                table: "WatchImports",
                columns: new[] { "State", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_WatchImports_StoreName",
                table: "WatchImports",
                column: "StoreName",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OddExplanations");

            migrationBuilder.DropTable(
                name: "PreCases");

            migrationBuilder.DropTable(
                name: "TrainingRecords");

            migrationBuilder.DropTable(
                name: "WatchedTrades");

            migrationBuilder.DropTable(
                name: "WatchSettings");

            migrationBuilder.DropTable(
                name: "TradeAlerts");

            migrationBuilder.DropTable(
                name: "WatchImports");

            migrationBuilder.DropIndex(
                name: "IX_CaseFacts_ClosedOn_Cause_Measure_Institution_Outcome",
                table: "CaseFacts");

            migrationBuilder.DropIndex(
                name: "IX_CaseFacts_Measure_Institution_ClosedOn_Cause_Outcome",
                table: "CaseFacts");

            migrationBuilder.DropColumn(
                name: "Measure",
                table: "CaseFacts");
        }
    }
}
