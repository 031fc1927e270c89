using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Packs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "PackId",
                table: "SubmissionRounds",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CasePacks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Variant = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(5)", maxLength: 5, nullable: false),
                    To = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CoverNote = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    Items = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    AskedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ById = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    ByRole = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    StateAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Failure = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Entries = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Pages = table.Column<int>(type: "int", nullable: false),
                    PdfFile = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true),
                    ZipFile = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: true),
                    PdfSize = table.Column<long>(type: "bigint", nullable: false),
                    ZipSize = table.Column<long>(type: "bigint", nullable: false),
                    ZipSha256 = table.Column<string>(type: "char(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CasePacks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CasePacks_Cases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "Cases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CasePacks_Institutions_To",
                        column: x => x.To,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionRounds_PackId",
                table: "SubmissionRounds",
                column: "PackId");

            migrationBuilder.CreateIndex(
                name: "IX_CasePacks_CaseId_Number",
                table: "CasePacks",
                columns: new[] { "CaseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CasePacks_State_AskedAt",
                table: "CasePacks",
                columns: new[] { "State", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CasePacks_To",
                table: "CasePacks",
                column: "To");

            migrationBuilder.AddForeignKey(
                name: "FK_SubmissionRounds_CasePacks_PackId",
                table: "SubmissionRounds",
                column: "PackId",
                principalTable: "CasePacks",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_SubmissionRounds_CasePacks_PackId",
                table: "SubmissionRounds");

            migrationBuilder.DropTable(
                name: "CasePacks");

            migrationBuilder.DropIndex(
                name: "IX_SubmissionRounds_PackId",
                table: "SubmissionRounds");

            migrationBuilder.DropColumn(
                name: "PackId",
                table: "SubmissionRounds");
        }
    }
}
