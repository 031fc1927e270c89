using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PosCases.Migrations.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Purpose",
                table: "SubmissionRounds",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Lift");

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

            migrationBuilder.AddColumn<long>(
                name: "RenewalDueAt",
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
