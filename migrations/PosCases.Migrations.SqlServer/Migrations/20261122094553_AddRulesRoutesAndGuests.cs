using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AddRulesRoutesAndGuests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ReservedPersonId",
                table: "Invitations",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RouteDueAt",
                table: "Cases",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AdviceNotes",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AuthorName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Text = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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
                name: "CaseGuests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    InvitationId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    UserName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    InvitedByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    InvitedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    RevokedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    RevokedByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true)
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
                name: "RouteFilings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Route = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Step = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Body = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    FiledOn = table.Column<DateOnly>(type: "date", nullable: false),
                    SentOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ReceivedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Number = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Receipt = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    ReceiptItemId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    SecondRouteConfirmed = table.Column<bool>(type: "bit", nullable: false),
                    AnswerDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    AnsweredOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Result = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    AnswerText = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    WithdrawnAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    WithdrawnReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
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
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    TitleZh = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    TitleEn = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: false),
                    ArticleZh = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    ArticleEn = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    InForceSince = table.Column<DateOnly>(type: "date", nullable: true),
                    Label = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SaysZh = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: false),
                    SaysEn = table.Column<string>(type: "nvarchar(1500)", maxLength: 1500, nullable: false),
                    SourceZh = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    SourceEn = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    LastCheckedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rules", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "RuleChanges",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    RuleCode = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Before = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
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
                name: "IX_AdviceNotes_CaseId_Seq",
                table: "AdviceNotes",
                columns: new[] { "CaseId", "Seq" });

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
                name: "CaseGuests");

            migrationBuilder.DropTable(
                name: "RouteFilings");

            migrationBuilder.DropTable(
                name: "RuleChanges");

            migrationBuilder.DropTable(
                name: "Rules");

            migrationBuilder.DropColumn(
                name: "ReservedPersonId",
                table: "Invitations");

            migrationBuilder.DropColumn(
                name: "RouteDueAt",
                table: "Cases");
        }
    }
}
