using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AddMeasuresAndRestriction : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Cases_DueAt_Serial",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_OwnerId_Status_DueAt_Serial",
                table: "Cases");

            migrationBuilder.DropIndex(
                name: "IX_Cases_Status_DueAt_Serial",
                table: "Cases");

            migrationBuilder.AddColumn<string>(
                name: "Concerns",
                table: "SubmissionRounds",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Purpose",
                table: "SubmissionRounds",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Lift");

            migrationBuilder.AddColumn<string>(
                name: "LicenceCheckedAt",
                table: "Institutions",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LicenceCheckedOn",
                table: "Institutions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "LicenceSeen",
                table: "Institutions",
                type: "bit",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "HidesFromMerchantStaff",
                table: "Cases",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsRestricted",
                table: "Cases",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "RenewalDueAt",
                table: "Cases",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DocumentKind",
                table: "CaseMeasures",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndProof",
                table: "CaseMeasures",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "EndedOn",
                table: "CaseMeasures",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Ending",
                table: "CaseMeasures",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsMajorCase",
                table: "CaseMeasures",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsQueued",
                table: "CaseMeasures",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "OrderedBy",
                table: "CaseMeasures",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ReplacedById",
                table: "CaseMeasures",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Scope",
                table: "CaseMeasures",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Unknown");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "StartsAt",
                table: "CaseMeasures",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Term",
                table: "CaseMeasures",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "WatchAt",
                table: "CaseMeasures",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CaseReaders",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    PersonId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    Role = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    RemovedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Cause = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    LiftedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
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
                name: "LegalityAnswers",
                columns: table => new
                {
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Question = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false)
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
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    DocumentNumber = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    StartsOn = table.Column<DateOnly>(type: "date", nullable: false),
                    StartsAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    IsStartStated = table.Column<bool>(type: "bit", nullable: false),
                    Term = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    EndsOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    RecordedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false)
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
                name: "RenewalAsks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MeasureId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ExpiresAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    RaisedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    DueAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    AnsweredAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
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
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(3)", maxLength: 3, nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(128)", maxLength: 128, nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_Cases_DueAt_Serial_IsRestricted",
                table: "Cases",
                columns: new[] { "DueAt", "Serial", "IsRestricted" });

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
                name: "IX_CaseReaders_PersonId_CaseId",
                table: "CaseReaders",
                columns: new[] { "PersonId", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_CaseRestrictions_CaseId",
                table: "CaseRestrictions",
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
                name: "IX_RenewalAsks_CaseId",
                table: "RenewalAsks",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_RenewalAsks_MeasureId",
                table: "RenewalAsks",
                column: "MeasureId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CaseReaders");

            migrationBuilder.DropTable(
                name: "CaseRestrictions");

            migrationBuilder.DropTable(
                name: "LegalityAnswers");

            migrationBuilder.DropTable(
                name: "MeasureRenewals");

            migrationBuilder.DropTable(
                name: "RenewalAsks");

            migrationBuilder.DropTable(
                name: "RiskAnswers");

            migrationBuilder.DropIndex(
                name: "IX_Cases_DueAt_Serial_IsRestricted",
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
                name: "Concerns",
                table: "SubmissionRounds");

            migrationBuilder.DropColumn(
                name: "Purpose",
                table: "SubmissionRounds");

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
                name: "HidesFromMerchantStaff",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "IsRestricted",
                table: "Cases");

            migrationBuilder.DropColumn(
                name: "RenewalDueAt",
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
