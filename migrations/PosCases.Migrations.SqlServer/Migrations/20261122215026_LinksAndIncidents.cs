using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class LinksAndIncidents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_CaseMeasures_DocumentNumber",
                table: "CaseMeasures");

            migrationBuilder.CreateTable(
                name: "CaseLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FromId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ToId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    StatusBefore = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    EndedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    EndedByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true)
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
                name: "IX_CaseLinks_FromId",
                table: "CaseLinks",
                column: "FromId");

            migrationBuilder.CreateIndex(
                name: "IX_CaseLinks_ToId",
                table: "CaseLinks",
                column: "ToId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseLinks");

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
